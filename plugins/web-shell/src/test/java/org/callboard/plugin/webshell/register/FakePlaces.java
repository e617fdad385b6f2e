package org.callboard.plugin.webshell.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Locations;
import org.callboard.api.catalog.Preview;
import org.callboard.api.catalog.Provenance;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.api.security.Caller;

/** Locations in memory, of which only what a page reads is there. */
final class FakePlaces implements Locations, Ingest {

    final List<Location> registered = new ArrayList<>();
    final Map<EntityRef, Provenance> provenance = new HashMap<>();
    Preview preview = new Preview(List.of(), List.of());

    Location register(String id, String target) {
        Location location = new Location(id, "url", target);
        registered.add(location);
        lead(location.entityRef().toString());
        return location;
    }

    /** Says which entities lead to one. */
    void lead(String entity, String... parents) {
        EntityRef ref = EntityRef.parse(entity);
        List<EntityRef> above = List.of(parents).stream().map(EntityRef::parse).toList();
        provenance.put(ref, new Provenance(ref, null, null, above, null, null, null, "It is up to date."));
    }

    @Override
    public List<Location> list(Caller caller) {
        return registered;
    }

    @Override
    public Optional<Location> find(Caller caller, String id) {
        return registered.stream().filter(location -> location.id().equals(id)).findFirst();
    }

    @Override
    public Preview preview(Caller caller, String type, String target) {
        return preview;
    }

    @Override
    public Optional<Provenance> provenance(Caller caller, EntityRef entity) {
        return Optional.ofNullable(provenance.get(entity));
    }

    @Override
    public Map<EntityRef, Instant> changed(Caller caller, Collection<EntityRef> entities) {
        return Map.of();
    }

    @Override
    public Optional<Location> of(Caller caller, EntityRef entity) {
        throw new AssertionError("not expected");
    }

    @Override
    public Location register(Caller caller, String type, String target) {
        throw new AssertionError("A page that only looks writes nothing.");
    }

    @Override
    public Location move(Caller caller, String id, String type, String target) {
        throw new AssertionError("A page that only looks writes nothing.");
    }

    @Override
    public void remove(Caller caller, String id) {
        throw new AssertionError("A page that only looks writes nothing.");
    }

    @Override
    public void refresh(Caller caller, EntityRef entity) {
        throw new AssertionError("A page that only looks writes nothing.");
    }

    @Override
    public void delete(Caller caller, String uid) {
        throw new AssertionError("A page that only looks writes nothing.");
    }

    @Override
    public List<Problem> validate(Caller caller, Json.Obj document, String location) {
        throw new AssertionError("not expected");
    }
}
