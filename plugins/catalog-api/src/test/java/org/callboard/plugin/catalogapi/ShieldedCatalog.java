package org.callboard.plugin.catalogapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Facet;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.Problem;
import org.callboard.api.security.Caller;
import org.callboard.testkit.MemoryCatalog;

/** A catalog in memory that shows some callers a part of it, as the portal's does. */
final class ShieldedCatalog implements Catalog {

    private final MemoryCatalog whole;
    private final Map<String, Filter> seen = new ConcurrentHashMap<>();

    ShieldedCatalog(MemoryCatalog whole) {
        this.whole = whole;
    }

    /** From now on, a caller of this name sees those entities. */
    void show(String caller, Filter entities) {
        seen.put("user:default/" + caller, entities);
    }

    private Filter and(Caller caller, Filter filter) {
        return new Filter.All(List.of(seen.getOrDefault(caller.getName(), Filter.NONE), filter));
    }

    private boolean shows(Caller caller, EntityRef ref) {
        return whole.query(caller, Query.of(and(caller, Filter.NONE), Query.MAX_LIMIT)).items().stream()
                .anyMatch(entity -> entity.ref().equals(ref));
    }

    @Override
    public Optional<Entity> find(Caller caller, EntityRef ref) {
        return whole.find(caller, ref).filter(entity -> shows(caller, ref));
    }

    @Override
    public Optional<Entity> findByUid(Caller caller, String uid) {
        return whole.findByUid(caller, uid).filter(entity -> shows(caller, entity.ref()));
    }

    @Override
    public Page query(Caller caller, Query query) {
        return whole.query(
                caller,
                new Query(
                        and(caller, query.filter()),
                        query.order(),
                        query.limit(),
                        query.offset(),
                        query.after(),
                        query.before()));
    }

    @Override
    public List<Entity> search(Caller caller, String words, Filter filter, int limit) {
        return whole.search(caller, words, and(caller, filter), limit);
    }

    @Override
    public List<Facet> facets(Caller caller, Filter filter, List<String> paths) {
        return whole.facets(caller, and(caller, filter), paths);
    }

    private Stream<Problem> open(Caller caller, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.entityRef() != null && shows(caller, EntityRef.parse(problem.entityRef())));
    }

    @Override
    public List<Problem> problems(Caller caller, EntityRef ref) {
        return open(caller, whole.problems(caller, ref)).toList();
    }

    @Override
    public List<Problem> problems(Caller caller, int limit) {
        return open(caller, whole.problems(caller, Integer.MAX_VALUE))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Problem> problemsOwnedBy(Caller caller, EntityRef owner, int limit) {
        return open(caller, whole.problemsOwnedBy(caller, owner, Integer.MAX_VALUE))
                .limit(limit)
                .toList();
    }

    @Override
    public long generation() {
        return whole.generation();
    }
}
