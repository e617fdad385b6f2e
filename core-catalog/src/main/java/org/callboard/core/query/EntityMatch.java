package org.callboard.core.query;

import java.util.List;
import java.util.function.Predicate;
import org.callboard.api.catalog.Filter;
import org.callboard.api.model.Entity;

/** Says of one entity what the index says of all: whether a filter lets it through. */
public final class EntityMatch {

    private final List<SearchRows.Row> rows;

    private EntityMatch(List<SearchRows.Row> rows) {
        this.rows = rows;
    }

    /** {@return whether a filter lets an entity through} */
    public static boolean lets(Filter filter, Entity entity) {
        return filter.equals(Filter.NONE) || new EntityMatch(SearchRows.of(entity.document())).lets(filter);
    }

    private boolean lets(Filter filter) {
        if (filter instanceof Filter.All all) {
            return all.conditions().stream().allMatch(this::lets);
        } else if (filter instanceof Filter.Any any) {
            return any.conditions().stream().anyMatch(this::lets);
        } else if (filter instanceof Filter.Not not) {
            return !lets(not.condition());
        } else if (filter instanceof Filter.Exists exists) {
            String path = SearchRows.fold(exists.path());
            return rows.stream().anyMatch(row -> row.path().equals(path));
        } else if (filter instanceof Filter.Equal equal) {
            List<String> values = equal.values().stream().map(SearchRows::fold).toList();
            return has(equal.path(), values::contains);
        } else if (filter instanceof Filter.Prefix prefix) {
            String start = SearchRows.fold(prefix.prefix());
            return has(prefix.path(), value -> value.startsWith(start));
        } else if (filter instanceof Filter.Contains contains) {
            String text = SearchRows.fold(contains.text().strip());
            return contains.paths().stream().anyMatch(path -> has(path, value -> value.contains(text)));
        }
        throw new IllegalStateException("There is no way to look for " + filter);
    }

    /** {@return whether a path has a value, in lower case, that is wanted} */
    private boolean has(String path, Predicate<String> wanted) {
        String folded = SearchRows.fold(path);
        for (SearchRows.Row row : rows) {
            String value = row.value();
            if (value != null && row.path().equals(folded) && wanted.test(SearchRows.fold(value))) {
                return true;
            }
        }
        return false;
    }
}
