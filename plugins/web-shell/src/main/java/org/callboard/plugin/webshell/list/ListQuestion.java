package org.callboard.plugin.webshell.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Order;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/**
 * Which entities the page shows, and in which order.
 *
 * @param where values by path; an entity has one of a path's values, for every path
 * @param text what it has in one of the fields that are searched; empty for anything
 * @param searched the paths of those fields
 * @param order what they are sorted by, and by name where it is the same
 */
public record ListQuestion(Map<String, List<String>> where, String text, List<String> searched, List<Order> order) {

    private static final String NAME = "metadata.name";

    /**
     * Reads a query: {@code where=PATH=VALUE} as often as there are values, {@code text} with {@code in=PATH}s, and
     * {@code sort=PATH}, with a hyphen before it for the largest first.
     *
     * @throws PortalException BAD_INPUT where a condition names no path
     */
    public static ListQuestion of(Map<String, String[]> query) {
        Map<String, List<String>> where = new LinkedHashMap<>();
        for (String condition : all(query, "where")) {
            int equals = condition.indexOf('=');
            if (equals < 1) {
                throw new PortalException(
                        ProblemKind.BAD_INPUT,
                        "The condition '" + condition + "' names no field.",
                        "Write it as where=<path>=<value>.");
            }
            where.computeIfAbsent(condition.substring(0, equals), path -> new ArrayList<>())
                    .add(condition.substring(equals + 1));
        }
        String text = first(query, "text").strip();
        return new ListQuestion(where, text, all(query, "in"), order(first(query, "sort")));
    }

    static List<String> all(Map<String, String[]> query, String name) {
        return Arrays.asList(query.getOrDefault(name, new String[0]));
    }

    static String first(Map<String, String[]> query, String name) {
        return all(query, name).stream().findFirst().orElse("");
    }

    private static List<Order> order(String sort) {
        boolean isFalling = sort.startsWith("-");
        String path = isFalling ? sort.substring(1) : sort;
        Order.Direction direction = isFalling ? Order.Direction.DESCENDING : Order.Direction.ASCENDING;
        if (path.isEmpty() || path.equals(NAME)) {
            return List.of(new Order(NAME, direction));
        }
        return List.of(new Order(path, direction), Order.by(NAME));
    }

    /** {@return the condition that all of it makes} */
    Filter filter() {
        List<Filter> conditions = new ArrayList<>();
        where.forEach((path, values) -> conditions.add(new Filter.Equal(path, values)));
        if (!text.isEmpty()) {
            conditions.add(new Filter.Contains(searched, text));
        }
        return new Filter.All(conditions);
    }

    /** {@return the same without what it says of a path} */
    ListQuestion freeOf(String path) {
        Map<String, List<String>> others = new LinkedHashMap<>(where);
        others.remove(path);
        return new ListQuestion(others, text, searched, order);
    }
}
