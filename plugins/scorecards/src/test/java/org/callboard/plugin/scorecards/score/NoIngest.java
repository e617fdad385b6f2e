package org.callboard.plugin.scorecards.score;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Provenance;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.api.security.Caller;

/** Nobody knows where entities come from. */
public final class NoIngest implements Ingest {

    @Override
    public void refresh(Caller caller, EntityRef entity) {}

    @Override
    public void delete(Caller caller, String uid) {}

    @Override
    public List<Problem> validate(Caller caller, Json.Obj document, String location) {
        return List.of();
    }

    @Override
    public Optional<Provenance> provenance(Caller caller, EntityRef entity) {
        return Optional.empty();
    }

    @Override
    public Map<EntityRef, Instant> changed(Caller caller, Collection<EntityRef> entities) {
        return Map.of();
    }
}
