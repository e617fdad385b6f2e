package org.callboard.core.catalog;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Facet;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.query.Sight;

/** Shows each caller what they may read, as if there were nothing else. */
public final class AuthorizedCatalog implements Catalog {

    private final SeenCatalog catalog;

    /** Guards this catalog. */
    public AuthorizedCatalog(SeenCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * {@return which entities a caller may read, by their references}
     *
     * @throws PortalException NOT_ALLOWED where the caller may not read the catalog
     */
    public Predicate<String> readable(Caller caller) {
        Sight sight = sight(caller);
        return ref -> catalog.shows(ref, sight);
    }

    private static Sight sight(Caller caller) {
        Permissions.require(caller, Permission.CATALOG_READ);
        return Permissions.reading(caller);
    }

    @Override
    public Optional<Entity> find(Caller caller, EntityRef ref) {
        return catalog.find(ref, sight(caller));
    }

    @Override
    public Optional<Entity> findByUid(Caller caller, String uid) {
        return catalog.findByUid(uid, sight(caller));
    }

    @Override
    public Page query(Caller caller, Query query) {
        return catalog.query(query, sight(caller));
    }

    @Override
    public List<Entity> search(Caller caller, String words, Filter filter, int limit) {
        return catalog.search(words, filter, limit, sight(caller));
    }

    @Override
    public List<Facet> facets(Caller caller, Filter filter, List<String> paths) {
        return catalog.facets(filter, paths, sight(caller));
    }

    @Override
    public List<Problem> problems(Caller caller, EntityRef ref) {
        return catalog.problems(ref, sight(caller));
    }

    @Override
    public List<Problem> problems(Caller caller, int limit) {
        return catalog.problems(limit, sight(caller));
    }

    @Override
    public List<Problem> problemsOwnedBy(Caller caller, EntityRef owner, int limit) {
        return catalog.problemsOwnedBy(owner, limit, sight(caller));
    }

    @Override
    public long generation() {
        return catalog.generation();
    }
}
