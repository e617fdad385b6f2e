package org.callboard.core.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Provenance;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.audit.AuditLog.Outcome;
import org.callboard.core.query.SearchIndex;
import org.callboard.core.query.Sight;
import org.callboard.core.refresh.Arrival;
import org.callboard.core.refresh.Lineage;
import org.callboard.core.refresh.Patience;
import org.callboard.core.refresh.Trial;
import org.callboard.core.store.CatalogStore;
import org.callboard.core.store.StoredSource;

/** Asks the refresh loop for what callers want done. */
public final class CatalogIngest implements Ingest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PATIENCE_TO_WRITE = Duration.ofSeconds(30);

    /** Of so many entities it is told at once when they changed. */
    private static final int MOST_AT_ONCE = 1_000;

    private final SearchIndex index;
    private final CatalogStore store;
    private final Arrival arrival;
    private final Lineage lineage;
    private final Trial trial;
    private final AuditLog audit;

    /** Puts the parts together. */
    public CatalogIngest(
            SearchIndex index, CatalogStore store, Arrival arrival, Lineage lineage, Trial trial, AuditLog audit) {
        this.index = index;
        this.store = store;
        this.arrival = arrival;
        this.lineage = lineage;
        this.trial = trial;
        this.audit = audit;
    }

    @Override
    public void refresh(Caller caller, EntityRef ref) {
        Permissions.require(caller, Permission.CATALOG_REFRESH);
        if (index.find(ref, Permissions.sight(caller, Permission.CATALOG_REFRESH))
                .isEmpty()) {
            throw index.find(ref, Permissions.reading(caller)).isPresent()
                    ? Permissions.refused(caller, Permission.CATALOG_REFRESH, ref)
                    : new PortalException(ProblemKind.NOT_FOUND, "Entity " + ref + " not found");
        }
        List<StoredSource> line = lineage.of(ref);
        List<String> references = line.stream().map(StoredSource::reference).toList();
        CompletableFuture<Void> seen =
                lineage.fetch(line).thenCompose(fetched -> arrival.after(() -> store.reopen(references)));
        audit.record(caller, "catalog.entity.refresh", ref.toString(), Outcome.DONE, null);
        Patience.await(seen, PATIENCE);
    }

    @Override
    public void delete(Caller caller, String uid) {
        Optional<Entity> entity = deletable(caller, uid);
        if (entity.isEmpty()) {
            return;
        }
        CompletableFuture<Void> written = new CompletableFuture<>();
        CompletableFuture<Void> seen = arrival.after(() -> {
            store.delete(uid);
            written.complete(null);
        });
        if (!Patience.await(CompletableFuture.anyOf(written, seen).thenAccept(any -> {}), PATIENCE_TO_WRITE)) {
            throw new PortalException(
                    ProblemKind.UNAVAILABLE,
                    "The catalog is busy with a refresh, so the entity is not deleted yet.",
                    "Look again in a minute.");
        }
        audit.record(caller, "catalog.entity.delete", entity.get().ref().toString(), Outcome.DONE, uid);
        Patience.await(seen, PATIENCE);
    }

    /** {@return the entity that somebody may delete}; none where nothing is hidden from them, and it is as good as deleted */
    private Optional<Entity> deletable(Caller caller, String uid) {
        Permissions.require(caller, Permission.CATALOG_DELETE);
        Sight deletable = Permissions.sight(caller, Permission.CATALOG_DELETE);
        Optional<Entity> entity = index.findByUid(uid, deletable);
        if (entity.isEmpty() && !deletable.isWhole()) {
            throw index.findByUid(uid, Permissions.reading(caller))
                    .map(readable -> Permissions.refused(caller, Permission.CATALOG_DELETE, readable.ref()))
                    .orElseGet(() -> new PortalException(ProblemKind.NOT_FOUND, "No entity with uid " + uid));
        }
        return entity;
    }

    @Override
    public List<Problem> validate(Caller caller, Json.Obj document, String location) {
        Permissions.require(caller, Permission.CATALOG_VALIDATE);
        return trial.validate(document, location);
    }

    @Override
    public Optional<Provenance> provenance(Caller caller, EntityRef ref) {
        Permissions.require(caller, Permission.CATALOG_READ);
        Sight sight = Permissions.reading(caller);
        return index.find(ref, sight).map(entity -> seen(lineage.provenance(entity), sight));
    }

    @Override
    public Map<EntityRef, Instant> changed(Caller caller, Collection<EntityRef> entities) {
        Permissions.require(caller, Permission.CATALOG_READ);
        if (entities.size() > MOST_AT_ONCE) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "When " + entities.size() + " entities changed can't be told at once.",
                    "Ask for " + MOST_AT_ONCE + " at the most.");
        }
        Sight sight = Permissions.reading(caller);
        return lineage.changed(entities.stream()
                .filter(ref -> index.find(ref, sight).isPresent())
                .toList());
    }

    private Provenance seen(Provenance whole, Sight sight) {
        return new Provenance(
                whole.entity(),
                whole.location(),
                whole.origin(),
                whole.parents().stream()
                        .filter(parent -> sight.isWhole() || index.shows(parent.toString(), sight))
                        .toList(),
                whole.read(),
                whole.changed(),
                whole.next(),
                whole.explanation());
    }
}
