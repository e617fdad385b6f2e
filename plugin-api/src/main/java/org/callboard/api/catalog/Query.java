package org.callboard.api.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question for a page of entities. Ties go by uid.
 *
 * @param filter which entities
 * @param order what to sort by, first field first; empty to sort by uid
 * @param limit how many at most, 0 to {@value #MAX_LIMIT}; 0 asks for the total alone
 * @param offset how many to pass over, from 0; counts from the first entity or, where there is one, from {@code after}
 * @param after a position out of an earlier {@link Page} for the same filter and order, or null: the page starts behind it
 * @param before such a position, or null: the page ends before it; not together with {@code after}
 */
public record Query(
        Filter filter,
        List<Order> order,
        int limit,
        int offset,
        @Nullable String after,
        @Nullable String before) {

    /** The longest page. */
    public static final int MAX_LIMIT = 10_000;

    /** The most entities that a search by words finds. */
    public static final int MAX_FOUND = 100;

    /** Copies the order. */
    public Query {
        order = List.copyOf(order);
    }

    /** {@return the first entities that match, by uid} */
    public static Query of(Filter filter, int limit) {
        return new Query(filter, List.of(), limit, 0, null, null);
    }

    /** {@return this query in another order} */
    public Query orderedBy(Order... fields) {
        return new Query(filter, List.of(fields), limit, offset, after, before);
    }

    /** {@return this query for what comes behind a position} */
    public Query after(String position) {
        return new Query(filter, order, limit, offset, position, null);
    }

    /** {@return this query for what comes before a position} */
    public Query before(String position) {
        return new Query(filter, order, limit, offset, null, position);
    }
}
