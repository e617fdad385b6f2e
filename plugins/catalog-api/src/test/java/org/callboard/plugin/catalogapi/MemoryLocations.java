package org.callboard.plugin.catalogapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Locations;
import org.callboard.api.catalog.Preview;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.testkit.MemoryCatalog;

/** Locations in memory, which lead to {@link Fixtures}. What they bring is left to others. */
final class MemoryLocations implements Locations {

    private final MemoryCatalog catalog;
    private final Map<String, Location> byId = new TreeMap<>();

    MemoryLocations(MemoryCatalog catalog) {
        this.catalog = catalog;
    }

    /** Registers a location under a certain id. */
    synchronized void put(String id, String target) {
        byId.put(id, new Location(id, "url", target));
    }

    @Override
    public synchronized List<Location> list(Caller caller) {
        return List.copyOf(byId.values());
    }

    @Override
    public synchronized Optional<Location> find(Caller caller, String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public synchronized Optional<Location> of(Caller caller, EntityRef entity) {
        return catalog.find(caller, entity)
                .flatMap(there -> there.annotation("backstage.io/managed-by-origin-location"))
                .flatMap(origin -> byId.values().stream()
                        .filter(location -> origin.equals("url:" + location.target()))
                        .findFirst());
    }

    @Override
    public synchronized Location register(Caller caller, String type, String target) {
        String id = UUID.randomUUID().toString();
        check(target, id);
        put(id, target);
        return byId.get(id);
    }

    @Override
    public synchronized Location move(Caller caller, String id, String type, String target) {
        check(target, id);
        if (!byId.containsKey(id)) {
            throw absent(id);
        }
        put(id, target);
        return byId.get(id);
    }

    @Override
    public synchronized void remove(Caller caller, String id) {
        if (byId.remove(id) == null) {
            throw absent(id);
        }
    }

    @Override
    public Preview preview(Caller caller, String type, String target) {
        return Fixtures.read(target);
    }

    private void check(String target, String id) {
        if (!target.contains("://")) {
            throw new PortalException(ProblemKind.BAD_INPUT, "'" + target + "' is no URL.");
        }
        if (byId.values().stream()
                .anyMatch(location ->
                        !location.id().equals(id) && location.target().equals(target))) {
            throw new PortalException(ProblemKind.CONFLICT, "Location url:" + target + " already exists");
        }
    }

    private static PortalException absent(String id) {
        return new PortalException(ProblemKind.NOT_FOUND, "Found no location with ID " + id);
    }
}
