package org.callboard.plugin.catalogapi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Provenance;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.testkit.MemoryCatalog;

/** An ingest that remembers what it was asked for. */
final class MemoryIngest implements Ingest {

    private final MemoryCatalog catalog;
    private final Map<EntityRef, Provenance> provenance = new HashMap<>();
    private final List<EntityRef> refreshed = new ArrayList<>();

    MemoryIngest(MemoryCatalog catalog) {
        this.catalog = catalog;
    }

    synchronized void explain(Provenance known) {
        provenance.put(known.entity(), known);
    }

    /** Says of an entity nothing but which others lead to it. */
    void explain(String entity, String... parents) {
        List<EntityRef> refs = Stream.of(parents).map(EntityRef::parse).toList();
        explain(new Provenance(EntityRef.parse(entity), null, null, refs, null, null, null, ""));
    }

    synchronized List<EntityRef> refreshed() {
        return List.copyOf(refreshed);
    }

    @Override
    public synchronized void refresh(Caller caller, EntityRef entity) {
        if (catalog.find(caller, entity).isEmpty()) {
            throw new PortalException(ProblemKind.NOT_FOUND, "Entity " + entity + " not found");
        }
        refreshed.add(entity);
    }

    @Override
    public void delete(Caller caller, String uid) {
        catalog.findByUid(caller, uid).ifPresent(entity -> catalog.remove(entity.ref()));
    }

    @Override
    public List<Problem> validate(Caller caller, Json.Obj document, String location) {
        return Fixtures.check(document, location);
    }

    @Override
    public synchronized Optional<Provenance> provenance(Caller caller, EntityRef entity) {
        return Optional.ofNullable(provenance.get(entity));
    }

    @Override
    public Map<EntityRef, Instant> changed(Caller caller, Collection<EntityRef> entities) {
        return Map.of();
    }
}
