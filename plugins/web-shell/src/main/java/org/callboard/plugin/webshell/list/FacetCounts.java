package org.callboard.plugin.webshell.list;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Facet;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;

/**
 * How many entities each value of a field leaves. What is picked of a field is no condition for its own values, or it would
 * hide its neighbours.
 */
public record FacetCounts(Catalog catalog, Caller caller, ListQuestion question) {

    private static final int MOST_FACETS = 30;
    private static final int MOST_VALUES = 500;
    private static final int USUAL_VALUES = 8;

    private static final Comparator<Facet.Value> MOST_FIRST =
            Comparator.comparing(Facet.Value::count).reversed().thenComparing(Facet.Value::value);

    /**
     * Which values are wanted.
     *
     * @param path of the field
     * @param start what they begin with; empty for anything
     */
    private record Wanted(String path, String start) {

        static Wanted of(String text) {
            int equals = text.indexOf('=');
            return equals < 0
                    ? new Wanted(text, "")
                    : new Wanted(text.substring(0, equals), text.substring(equals + 1));
        }
    }

    /**
     * Answers a query: {@code facet=PATH}, or {@code facet=PATH=START} for values that start so; {@code find} for values with
     * a text in them, and {@code most} for how many of each.
     */
    public Json.Obj of(Map<String, String[]> query) {
        List<Wanted> wanted =
                ListQuestion.all(query, "facet").stream().map(Wanted::of).toList();
        if (wanted.isEmpty() || wanted.size() > MOST_FACETS) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "There are " + wanted.size() + " facets asked for.",
                    "Ask for 1 to " + MOST_FACETS + " with facet=<path>.");
        }
        int most = most(ListQuestion.first(query, "most"));
        String find = ListQuestion.first(query, "find").strip().toLowerCase(Locale.ROOT);
        Map<String, Facet> counted = counted(wanted);
        Json.Builder facets = Json.object();
        for (Wanted one : wanted) {
            Facet facet = counted.get(one.path());
            if (facet != null) {
                facets.put(one.path(), json(facet, one.start().toLowerCase(Locale.ROOT), find, most));
            }
        }
        return Json.object().put("facets", facets.build()).build();
    }

    private static int most(String text) {
        return text.matches("[0-9]{1,3}") ? Math.min(MOST_VALUES, Integer.parseInt(text)) : USUAL_VALUES;
    }

    private Map<String, Facet> counted(List<Wanted> wanted) {
        Map<String, Facet> found = new LinkedHashMap<>();
        List<String> free = wanted.stream()
                .map(Wanted::path)
                .filter(Predicate.not(question.where()::containsKey))
                .distinct()
                .toList();
        if (!free.isEmpty()) {
            catalog.facets(caller, question.filter(), free).forEach(facet -> found.put(facet.path(), facet));
        }
        for (Wanted one : wanted) {
            if (question.where().containsKey(one.path())) {
                catalog.facets(caller, question.freeOf(one.path()).filter(), List.of(one.path()))
                        .forEach(facet -> found.put(facet.path(), facet));
            }
        }
        return found;
    }

    /** What is picked stays among the values, however few it leaves. */
    private Json json(Facet facet, String start, String find, int most) {
        List<String> picked = question.where().getOrDefault(facet.path(), List.of());
        List<Facet.Value> all = facet.values().stream()
                .filter(value -> value.value().toLowerCase(Locale.ROOT).startsWith(start))
                .toList();
        List<Facet.Value> found = all.stream()
                .filter(value -> value.value().toLowerCase(Locale.ROOT).contains(find))
                .sorted(MOST_FIRST)
                .toList();
        Stream<Facet.Value> shown = found.stream().limit(most);
        Stream<Facet.Value> also =
                found.stream().skip(most).filter(value -> picked.stream().anyMatch(value.value()::equalsIgnoreCase));
        return Json.object()
                .put(
                        "values",
                        new Json.Arr(Stream.concat(shown, also)
                                .<Json>map(FacetCounts::json)
                                .toList()))
                .put("total", all.size())
                .put("found", found.size())
                .build();
    }

    private static Json json(Facet.Value value) {
        return Json.object()
                .put("value", value.value())
                .put("count", value.count())
                .build();
    }
}
