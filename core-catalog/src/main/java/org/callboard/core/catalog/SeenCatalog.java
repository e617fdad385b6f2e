package org.callboard.core.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.callboard.api.catalog.Facet;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.Problem;
import org.callboard.core.query.SearchIndex;
import org.callboard.core.query.Sight;
import org.callboard.core.store.CatalogStore;

/** As much of the catalog as somebody sees: reads entities from the index and problems from the store. */
public final class SeenCatalog {

    private final SearchIndex index;
    private final CatalogStore store;
    private final MissingOwners owners;

    /** Reads these. */
    public SeenCatalog(SearchIndex index, CatalogStore store) {
        this.index = index;
        this.store = store;
        this.owners = new MissingOwners(index);
    }

    Optional<Entity> find(EntityRef ref, Sight sight) {
        return index.find(ref, sight);
    }

    boolean shows(String ref, Sight sight) {
        return index.shows(ref, sight);
    }

    Optional<Entity> findByUid(String uid, Sight sight) {
        return index.findByUid(uid, sight);
    }

    Page query(Query query, Sight sight) {
        return index.query(query, sight);
    }

    List<Entity> search(String words, Filter filter, int limit, Sight sight) {
        return index.search(words, filter, limit, sight);
    }

    List<Facet> facets(Filter filter, List<String> paths, Sight sight) {
        return index.facets(filter, paths, sight);
    }

    /** A document that was never served has no entity that could be judged: its problems are for those who see all. */
    List<Problem> problems(EntityRef ref, Sight sight) {
        Optional<Entity> entity = index.find(ref, sight);
        if (entity.isEmpty() && !sight.isWhole()) {
            return List.of();
        }
        List<Problem> problems = new ArrayList<>(store.problems(ref));
        entity.map(found -> owners.of(found, sight)).ifPresent(problems::addAll);
        problems.sort(Comparator.comparing(Problem::level).reversed());
        return List.copyOf(problems);
    }

    /** What is wrong with a file as a whole is for those who see all. */
    List<Problem> problems(int limit, Sight sight) {
        return sight.isWhole() ? store.problems(limit) : store.problems(limit, ref -> index.shows(ref, sight));
    }

    List<Problem> problemsOwnedBy(EntityRef owner, int limit, Sight sight) {
        Filter owned = Filter.equal("relations.ownedby", owner.toString());
        List<String> refs = index.query(Query.of(owned, Query.MAX_LIMIT), sight).items().stream()
                .map(entity -> entity.ref().toString())
                .toList();
        return store.problemsOf(refs).stream().limit(limit).toList();
    }

    long generation() {
        return index.generation();
    }
}
