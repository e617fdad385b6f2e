package org.callboard.plugin.catalogapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Order;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/**
 * Which entities a query is for and how they are sorted, as the client wrote it: so it can travel in a cursor and be read
 * again by the same parsers.
 *
 * @param sets the {@code filter} parameters
 * @param predicate the {@code query} of a POST, or null
 * @param order what to sort by
 * @param term the text to look for; empty for none
 * @param termPaths where to look for it; empty for the first field sorted by
 */
record Criteria(
        List<String> sets, Json.@Nullable Obj predicate, List<Order> order, String term, List<String> termPaths) {

    static Criteria of(Parameters parameters) {
        List<Order> order = parameters.all("orderField").stream()
                .map(Orders::parsePathFirst)
                .toList();
        return new Criteria(
                parameters.all("filter"),
                null,
                order,
                parameters.text("fullTextFilterTerm").orElse(""),
                parameters.list("fullTextFilterFields"));
    }

    /** Reads a POST's body. */
    static Criteria of(Body body) {
        return of(body, List.of(), "orderBy");
    }

    static Criteria ofCursor(Body cursor) {
        return of(cursor, cursor.texts("filter"), "orderFields");
    }

    private static Criteria of(Body body, List<String> sets, String orderName) {
        Body text = body.object("fullTextFilter").orElse(new Body(body.path("fullTextFilter"), Json.Obj.EMPTY));
        return new Criteria(
                sets,
                body.object("query").map(Body::fields).orElse(null),
                body.objects(orderName).stream().map(Orders::parse).toList(),
                text.text("term").orElse(""),
                text.texts("fields"));
    }

    /** Puts the fields of a cursor. The client sends a cursor that has a {@code query} by POST and any other by GET. */
    void describe(Json.Builder cursor) {
        cursor.put(
                "orderFields", new Json.Arr(order.stream().map(Orders::toJson).toList()));
        if (!sets.isEmpty()) {
            cursor.put("filter", Json.ofTexts(sets));
        }
        cursor.put("query", predicate);
        if (!term.isEmpty()) {
            Json.Builder text = Json.object().put("term", term);
            if (!termPaths.isEmpty()) {
                text.put("fields", Json.ofTexts(termPaths));
            }
            cursor.put("fullTextFilter", text.build());
        }
    }

    Filter filter() {
        List<Filter> filters = new ArrayList<>(3);
        filters.add(FilterParser.parse(sets));
        if (predicate != null) {
            filters.add(PredicateParser.parse(predicate));
        }
        String text = term.trim().toLowerCase(Locale.ROOT);
        if (!text.isEmpty()) {
            filters.add(new Filter.Contains(searchedPaths(), text));
        }
        filters.remove(Filter.NONE);
        return filters.size() == 1 ? filters.get(0) : new Filter.All(filters);
    }

    private List<String> searchedPaths() {
        if (!termPaths.isEmpty()) {
            return termPaths;
        }
        return List.of(order.isEmpty() ? "metadata.uid" : order.get(0).path());
    }
}
