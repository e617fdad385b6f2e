package org.callboard.core.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Locations;
import org.callboard.api.catalog.Preview;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.audit.AuditLog.Outcome;
import org.callboard.core.entity.ReservedAnnotations;
import org.callboard.core.query.SearchIndex;
import org.callboard.core.refresh.Arrival;
import org.callboard.core.refresh.Patience;
import org.callboard.core.refresh.Trial;
import org.callboard.core.store.LocationStore;

/** The registered locations: what changes them is written down, and the refresh loop follows. */
public final class RegisteredLocations implements Locations {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LocationStore store;
    private final SearchIndex index;
    private final Arrival arrival;
    private final Trial trial;
    private final AuditLog audit;
    private final Access access;

    /** Whether locations may be registered, moved and removed; {@code catalog.readonly} decides. */
    public enum Access {
        /** They may. */
        OPEN,
        /** They are those of the configuration. */
        READ_ONLY
    }

    /** Puts the parts together. */
    public RegisteredLocations(
            LocationStore store, SearchIndex index, Arrival arrival, Trial trial, AuditLog audit, Access access) {
        this.store = store;
        this.index = index;
        this.arrival = arrival;
        this.trial = trial;
        this.audit = audit;
        this.access = access;
    }

    @Override
    public List<Location> list(Caller caller) {
        Permissions.require(caller, Permission.LOCATION_READ);
        return store.all();
    }

    @Override
    public Optional<Location> find(Caller caller, String id) {
        return list(caller).stream()
                .filter(location -> location.id().equals(id))
                .findFirst();
    }

    @Override
    public Optional<Location> of(Caller caller, EntityRef entity) {
        List<Location> all = list(caller);
        return index.find(entity)
                .flatMap(found -> found.annotation(ReservedAnnotations.ORIGIN))
                .flatMap(origin -> all.stream()
                        .filter(location -> origin.equals(location.type() + ":" + location.target()))
                        .findFirst());
    }

    @Override
    public Location register(Caller caller, String type, String target) {
        requireWritable(caller, Permission.LOCATION_CREATE);
        trial.requireReadable(type, target);
        Location location = new Location(UUID.randomUUID().toString(), type, target);
        change(caller, "catalog.location.create", location, () -> store.add(location, caller.getName()));
        return location;
    }

    @Override
    public Location move(Caller caller, String id, String type, String target) {
        requireWritable(caller, Permission.LOCATION_CREATE);
        trial.requireReadable(type, target);
        Location location = new Location(id, type, target);
        change(caller, "catalog.location.move", location, () -> store.move(location, caller.getName()));
        return location;
    }

    @Override
    public void remove(Caller caller, String id) {
        requireWritable(caller, Permission.LOCATION_DELETE);
        Location location = find(caller, id)
                .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "Found no location with ID " + id));
        change(caller, "catalog.location.delete", location, () -> store.remove(id));
    }

    @Override
    public Preview preview(Caller caller, String type, String target) {
        Permissions.require(caller, Permission.LOCATION_ANALYZE);
        return trial.preview(type, target);
    }

    private void requireWritable(Caller caller, String permission) {
        Permissions.require(caller, permission);
        if (access == Access.READ_ONLY) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "The locations can't be changed here: catalog.readonly is true.",
                    "Change catalog.locations in the configuration.");
        }
    }

    /** What was written stays; that the catalog follows is only waited for. */
    private void change(Caller caller, String act, Location location, Runnable write) {
        String subject = location.type() + ":" + location.target();
        try {
            write.run();
        } catch (PortalException refused) {
            audit.record(caller, act, subject, Outcome.REFUSED, refused.message());
            throw refused;
        }
        audit.record(caller, act, subject, Outcome.DONE, location.id());
        Patience.await(trial.fetched(location).thenCompose(ready -> arrival.after(() -> {})), PATIENCE);
    }
}
