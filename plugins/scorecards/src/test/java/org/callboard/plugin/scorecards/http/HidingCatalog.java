package org.callboard.plugin.scorecards.http;

import java.util.ArrayList;
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

/** A catalog in which Ole may read but little. */
record HidingCatalog(Catalog whole, String hidden) implements Catalog {

    private boolean mayRead(Caller caller, EntityRef ref) {
        return !caller.displayName().equals("Ole") || !ref.name().contains(hidden);
    }

    @Override
    public Optional<Entity> find(Caller caller, EntityRef ref) {
        return whole.find(caller, ref).filter(entity -> mayRead(caller, entity.ref()));
    }

    @Override
    public Optional<Entity> findByUid(Caller caller, String uid) {
        return whole.findByUid(caller, uid).filter(entity -> mayRead(caller, entity.ref()));
    }

    @Override
    public Page query(Caller caller, Query query) {
        List<Entity> items = new ArrayList<>(
                whole.query(caller, Query.of(query.filter(), Query.MAX_LIMIT)).items());
        items.removeIf(entity -> !mayRead(caller, entity.ref()));
        return new Page(query.limit() == 0 ? List.of() : items, items.size(), null, null);
    }

    @Override
    public List<Entity> search(Caller caller, String words, Filter filter, int limit) {
        return List.of();
    }

    @Override
    public List<Facet> facets(Caller caller, Filter filter, List<String> paths) {
        return List.of();
    }

    @Override
    public List<Problem> problems(Caller caller, EntityRef ref) {
        return List.of();
    }

    @Override
    public List<Problem> problems(Caller caller, int limit) {
        return List.of();
    }

    @Override
    public List<Problem> problemsOwnedBy(Caller caller, EntityRef owner, int limit) {
        return List.of();
    }

    @Override
    public long generation() {
        return whole.generation();
    }
}
