package org.callboard.core.catalog;

import java.util.List;
import java.util.Optional;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Facet;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;

/** Lets those read who may. */
public final class AuthorizedCatalog implements Catalog {

    private static final Permission READ = new Permission(Permission.CATALOG_READ);

    private final Catalog catalog;

    /** Guards this catalog. */
    public AuthorizedCatalog(Catalog catalog) {
        this.catalog = catalog;
    }

    private Catalog allowed(Caller caller) {
        if (!caller.may(READ)) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED, "Reading the catalog needs the permission " + READ.name() + ".");
        }
        return catalog;
    }

    @Override
    public Optional<Entity> find(Caller caller, EntityRef ref) {
        return allowed(caller).find(caller, ref);
    }

    @Override
    public Optional<Entity> findByUid(Caller caller, String uid) {
        return allowed(caller).findByUid(caller, uid);
    }

    @Override
    public Page query(Caller caller, Query query) {
        return allowed(caller).query(caller, query);
    }

    @Override
    public List<Facet> facets(Caller caller, Filter filter, List<String> paths) {
        return allowed(caller).facets(caller, filter, paths);
    }

    @Override
    public List<Problem> problems(Caller caller, EntityRef ref) {
        return allowed(caller).problems(caller, ref);
    }

    @Override
    public List<Problem> problems(Caller caller, int limit) {
        return allowed(caller).problems(caller, limit);
    }

    @Override
    public List<Problem> problemsOwnedBy(Caller caller, EntityRef owner, int limit) {
        return allowed(caller).problemsOwnedBy(caller, owner, limit);
    }

    @Override
    public long generation() {
        return catalog.generation();
    }
}
