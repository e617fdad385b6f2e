package org.callboard.core.query;

import java.util.List;
import org.callboard.api.catalog.Filter;

/**
 * What of the catalog somebody sees. It goes into every question, and what was worked out for it is remembered by it: those
 * who see the same share that, and nobody else does.
 *
 * @param condition which entities
 */
public record Sight(Filter condition) {

    /** The whole catalog. */
    public static final Sight ALL = new Sight(Filter.NONE);

    /** None of it. */
    public static final Sight NOTHING = new Sight(new Filter.Any(List.of()));

    /** {@return the sight of those entities} */
    public static Sight of(Filter condition) {
        return condition.equals(Filter.NONE) ? ALL : new Sight(condition);
    }

    /** {@return whether nothing is hidden} */
    public boolean isWhole() {
        return condition.equals(Filter.NONE);
    }

    /** {@return a filter that lets through what is seen of what another one does} */
    Filter and(Filter filter) {
        if (isWhole()) {
            return filter;
        }
        return filter.equals(Filter.NONE) ? condition : new Filter.All(List.of(condition, filter));
    }
}
