package org.callboard.core.query;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.util.FixedBitSet;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Answers a query on one generation: walks its order and takes what the filter lets through. */
final class PageSearch {

    private static final int MOST_FIELDS = 10;

    private final Generation generation;
    private final Query query;
    private final SortOrder order;
    private final FixedBitSet matching;
    private final int total;

    PageSearch(Generation generation, Query query, Sight sight) {
        check(query);
        this.generation = generation;
        this.query = query;
        this.order = generation.order(query.order(), sight);
        Generation.Matching found = generation.matching(query.filter(), sight);
        this.matching = found.documents();
        this.total = found.count();
    }

    private static void check(Query query) {
        FilterLimits.check(query.filter());
        if (query.limit() < 0 || query.limit() > Query.MAX_LIMIT || query.offset() < 0) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The limit is " + query.limit() + " and the offset " + query.offset() + ".",
                    "Ask for 0 to " + Query.MAX_LIMIT + " entities, from an offset of 0 or more.");
        }
        if (query.order().size() > MOST_FIELDS) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT, "The order has more than " + MOST_FIELDS + " fields.", "Sort by fewer.");
        }
        if (query.after() != null && query.before() != null) {
            throw new PortalException(ProblemKind.BAD_INPUT, "The page is both behind and before a position.");
        }
    }

    Page page() {
        if (query.limit() == 0) {
            return new Page(List.of(), total, null, null);
        }
        List<Integer> places = query.before() == null ? forward() : backward(query.before());
        List<Entity> items = new ArrayList<>(places.size());
        places.forEach(place -> items.add(generation.entity(order.document(place))));
        if (places.isEmpty()) {
            return new Page(items, total, null, null);
        }
        int first = places.get(0);
        int last = places.get(places.size() - 1);
        return new Page(
                items,
                total,
                next(last, 1) < order.size() ? token(last) : null,
                next(first, -1) >= 0 ? token(first) : null);
    }

    private String token(int place) {
        return order.position(order.document(place)).token();
    }

    private List<Integer> forward() {
        String after = query.after();
        int place = after == null ? -1 : order.firstBehind(Position.parse(after, order.width())) - 1;
        List<Integer> places = new ArrayList<>(query.limit());
        int skip = query.offset();
        for (place = next(place, 1); place < order.size() && places.size() < query.limit(); place = next(place, 1)) {
            if (skip > 0) {
                skip--;
            } else {
                places.add(place);
            }
        }
        return places;
    }

    private List<Integer> backward(@Nullable String before) {
        int place = before == null ? order.size() : order.firstFrom(Position.parse(before, order.width()));
        List<Integer> places = new ArrayList<>(query.limit());
        for (place = next(place, -1); place >= 0 && places.size() < query.limit(); place = next(place, -1)) {
            places.add(place);
        }
        Collections.reverse(places);
        return places;
    }

    /** {@return the next place, in a direction, of an entity that matches; outside the order where there is none} */
    private int next(int place, int step) {
        int at = place + step;
        while (at >= 0 && at < order.size() && !matching.get(order.document(at))) {
            at += step;
        }
        return at;
    }
}
