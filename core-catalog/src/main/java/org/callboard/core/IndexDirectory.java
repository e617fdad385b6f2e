package org.callboard.core;

import java.util.List;
import java.util.Optional;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.core.policy.Directory;
import org.callboard.core.query.SearchIndex;

/** Looks people, groups and what they own up in the index. */
record IndexDirectory(SearchIndex index) implements Directory {

    @Override
    public Optional<Entity> find(EntityRef ref) {
        return index.find(ref);
    }

    @Override
    public List<String> people(int most) {
        Query people = Query.of(Filter.equal("kind", "user"), Math.min(most, Query.MAX_LIMIT));
        return index.query(people).items().stream()
                .map(person -> person.ref().toString())
                .toList();
    }
}
