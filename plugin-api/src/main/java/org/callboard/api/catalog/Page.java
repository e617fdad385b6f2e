package org.callboard.api.catalog;

import java.util.List;
import org.callboard.api.model.Entity;
import org.jspecify.annotations.Nullable;

/**
 * Some of the entities that match a query.
 *
 * @param items the entities, in the query's order
 * @param total how many match in all
 * @param next the position of the last item, where more follow it; else null
 * @param previous the position of the first item, where some come before it; else null
 */
public record Page(
        List<Entity> items,
        int total,
        @Nullable String next,
        @Nullable String previous) {
    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }
}
