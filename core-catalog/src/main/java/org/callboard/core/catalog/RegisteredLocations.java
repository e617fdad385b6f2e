package org.callboard.core.catalog;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Locations;
import org.callboard.api.catalog.Preview;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.audit.AuditLog.Outcome;
import org.callboard.core.entity.ReservedAnnotations;
import org.callboard.core.query.SearchIndex;
import org.callboard.core.query.Sight;
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
        return store.all().stream()
                .filter(seen(caller, Permission.LOCATION_READ))
                .toList();
    }

    @Override
    public Optional<Location> find(Caller caller, String id) {
        Permissions.require(caller, Permission.LOCATION_READ);
        return registered(id).filter(seen(caller, Permission.LOCATION_READ));
    }

    private Optional<Location> registered(String id) {
        return store.all().stream().filter(location -> location.id().equals(id)).findFirst();
    }

    /** {@return whether a caller has a permission for a location}: a condition is one on the entity that stands for it */
    private Predicate<Location> seen(Caller caller, String permission) {
        Sight sight = Permissions.sight(caller, permission);
        return location -> sight.isWhole() || index.shows(location.entityRef().toString(), sight);
    }

    @Override
    public Optional<Location> of(Caller caller, EntityRef entity) {
        List<Location> all = list(caller);
        return index.find(entity, Permissions.reading(caller))
                .flatMap(found -> found.annotation(ReservedAnnotations.ORIGIN))
                .flatMap(origin -> all.stream()
                        .filter(location -> origin.equals(location.type() + ":" + location.target()))
                        .findFirst());
    }

    @Override
    public Location register(Caller caller, String type, String target) {
        Permissions.requireWhole(caller, Permission.LOCATION_CREATE);
        requireWritable();
        trial.requireReadable(type, target);
        Location location = new Location(UUID.randomUUID().toString(), type, target);
        change(caller, "catalog.location.create", location, () -> store.add(location, caller.getName()));
        awaitPage(location);
        return location;
    }

    @Override
    public Location move(Caller caller, String id, String type, String target) {
        Permissions.requireWhole(caller, Permission.LOCATION_CREATE);
        requireWritable();
        trial.requireReadable(type, target);
        Location location = new Location(id, type, target);
        change(caller, "catalog.location.move", location, () -> store.move(location, caller.getName()));
        awaitPage(location);
        return location;
    }

    @Override
    public void remove(Caller caller, String id) {
        Permissions.require(caller, Permission.LOCATION_DELETE);
        requireWritable();
        Location location = removable(caller, id);
        change(caller, "catalog.location.delete", location, () -> store.remove(id));
        Patience.await(pass(), PATIENCE);
    }

    private Location removable(Caller caller, String id) {
        Optional<Location> location = registered(id);
        if (location.filter(seen(caller, Permission.LOCATION_DELETE)).isEmpty()) {
            throw location.filter(seen(caller, Permission.LOCATION_READ)).isPresent()
                    ? Permissions.refused(caller, Permission.LOCATION_DELETE, "this location")
                    : new PortalException(ProblemKind.NOT_FOUND, "Found no location with ID " + id);
        }
        return location.orElseThrow();
    }

    /** The portal may be able to read what the caller may not: what is in the catalog and hidden from them stays hidden. */
    @Override
    public Preview preview(Caller caller, String type, String target) {
        Permissions.require(caller, Permission.LOCATION_ANALYZE);
        Preview whole = trial.preview(type, target);
        Sight sight = Permissions.reading(caller);
        if (sight.isWhole()) {
            return whole;
        }
        Predicate<String> open = ref -> !index.shows(ref, Sight.ALL) || index.shows(ref, sight);
        return new Preview(
                whole.entities().stream()
                        .filter(entity -> open.test(ref(entity)))
                        .toList(),
                whole.problems().stream()
                        .filter(problem -> problem.entityRef() == null || open.test(problem.entityRef()))
                        .toList());
    }

    private static String ref(Json.Obj entity) {
        return new EntityRef(
                        entity.text("kind").orElse(""),
                        entity.text("metadata", "namespace").orElse(EntityRef.DEFAULT_NAMESPACE),
                        entity.text("metadata", "name").orElse(""))
                .toString();
    }

    private void requireWritable() {
        if (access == Access.READ_ONLY) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "The locations can't be changed here: catalog.readonly is true.",
                    "Change catalog.locations in the configuration.");
        }
    }

    /** What was written stays, whatever comes of it. */
    private void change(Caller caller, String act, Location location, Runnable write) {
        String subject = location.type() + ":" + location.target();
        try {
            write.run();
        } catch (PortalException refused) {
            audit.record(caller, act, subject, Outcome.REFUSED, refused.message());
            throw refused;
        }
        audit.record(caller, act, subject, Outcome.DONE, location.id());
    }

    private void awaitPage(Location location) {
        Patience.await(trial.fetched(location, this::pass), PATIENCE);
    }

    private CompletableFuture<Void> pass() {
        return arrival.after(() -> {});
    }
}
