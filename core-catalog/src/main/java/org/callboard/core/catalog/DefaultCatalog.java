package org.callboard.core.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Facet;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.Problem;
import org.callboard.api.security.Caller;
import org.callboard.core.query.SearchIndex;
import org.callboard.core.store.CatalogStore;

/** Reads entities from the index and problems from the store. */
public final class DefaultCatalog implements Catalog {

    private final SearchIndex index;
    private final CatalogStore store;
    private final MissingOwners owners;

    /** Reads these. */
    public DefaultCatalog(SearchIndex index, CatalogStore store) {
        this.index = index;
        this.store = store;
        this.owners = new MissingOwners(index);
    }

    @Override
    public Optional<Entity> find(Caller caller, EntityRef ref) {
        return index.find(ref);
    }

    @Override
    public Optional<Entity> findByUid(Caller caller, String uid) {
        return index.findByUid(uid);
    }

    @Override
    public Page query(Caller caller, Query query) {
        return index.query(query);
    }

    @Override
    public List<Facet> facets(Caller caller, Filter filter, List<String> paths) {
        return index.facets(filter, paths);
    }

    @Override
    public List<Problem> problems(Caller caller, EntityRef ref) {
        List<Problem> problems = new ArrayList<>(store.problems(ref));
        index.find(ref).map(owners::of).ifPresent(problems::addAll);
        problems.sort(Comparator.comparing(Problem::level).reversed());
        return List.copyOf(problems);
    }

    @Override
    public List<Problem> problems(Caller caller, int limit) {
        return store.problems(limit);
    }

    @Override
    public List<Problem> problemsOwnedBy(Caller caller, EntityRef owner, int limit) {
        Filter owned = Filter.equal("relations.ownedby", owner.toString());
        List<String> refs = index.query(Query.of(owned, Query.MAX_LIMIT)).items().stream()
                .map(entity -> entity.ref().toString())
                .toList();
        return store.problemsOf(refs).stream().limit(limit).toList();
    }

    @Override
    public long generation() {
        return index.generation();
    }
}
