package org.callboard.core.source;

import java.time.Duration;
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
import org.callboard.core.refresh.Patience;

/** Has the files of an entity be fetched when its source is: who refreshes means both. */
public final class RefreshedSources implements Ingest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Ingest ingest;
    private final WebTrees trees;

    /** Adds the files to what these have. */
    public RefreshedSources(Ingest ingest, WebTrees trees) {
        this.ingest = ingest;
        this.trees = trees;
    }

    @Override
    public void refresh(Caller caller, EntityRef entity) {
        // first, as it says who may
        ingest.refresh(caller, entity);
        Patience.await(trees.refresh(entity), PATIENCE);
    }

    @Override
    public void delete(Caller caller, String uid) {
        ingest.delete(caller, uid);
    }

    @Override
    public List<Problem> validate(Caller caller, Json.Obj document, String location) {
        return ingest.validate(caller, document, location);
    }

    @Override
    public Optional<Provenance> provenance(Caller caller, EntityRef entity) {
        return ingest.provenance(caller, entity);
    }

    @Override
    public Map<EntityRef, Instant> changed(Caller caller, Collection<EntityRef> entities) {
        return ingest.changed(caller, entities);
    }
}
