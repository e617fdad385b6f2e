package org.callboard.core.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.callboard.api.catalog.Facet;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Order;
import org.callboard.api.catalog.Order.Direction;
import org.callboard.api.model.Json;

/** What queries must answer, worked out by looking for each path in each document. */
public final class NaiveSearch {

    private final Collection<Json.Obj> documents;

    public NaiveSearch(Collection<Json.Obj> documents) {
        this.documents = documents;
    }

    /** {@return the uids of the entities that match, in order} */
    public List<String> query(Filter filter, List<Order> order) {
        boolean backwards = !order.isEmpty() && order.get(0).direction() == Direction.DESCENDING;
        Comparator<Json.Obj> byUid = Comparator.comparing(NaiveSearch::uid);
        Comparator<Json.Obj> comparator = backwards ? byUid.reversed() : byUid;
        for (int i = order.size() - 1; i >= 0; i--) {
            Order field = order.get(i);
            Comparator<Json.Obj> byField = (a, b) -> compare(field, a, b);
            comparator = byField.thenComparing(comparator);
        }
        return documents.stream()
                .filter(document -> holds(filter, document))
                .sorted(comparator)
                .map(NaiveSearch::uid)
                .toList();
    }

    private static String uid(Json.Obj document) {
        return document.text("metadata", "uid").orElseThrow();
    }

    private static int compare(Order field, Json.Obj a, Json.Obj b) {
        Optional<String> first = smallest(a, field.path());
        Optional<String> second = smallest(b, field.path());
        if (first.isEmpty() || second.isEmpty()) {
            return Boolean.compare(first.isEmpty(), second.isEmpty());
        }
        int compared = first.get().compareTo(second.get());
        return field.direction() == Direction.DESCENDING ? -compared : compared;
    }

    private static Optional<String> smallest(Json.Obj document, String path) {
        return known(document, path).stream().map(NaiveSearch::fold).min(Comparator.naturalOrder());
    }

    /** {@return each value in its original case, with the number of matching entities that have it} */
    public Facet facet(Filter filter, String path) {
        Map<String, Integer> counts = new TreeMap<>();
        documents.stream()
                .filter(document -> holds(filter, document))
                .forEach(document -> new LinkedHashSet<>(known(document, path))
                        .forEach(value -> counts.merge(value, 1, Integer::sum)));
        return new Facet(
                path,
                counts.entrySet().stream()
                        .map(entry -> new Facet.Value(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static boolean holds(Filter filter, Json.Obj document) {
        if (filter instanceof Filter.All all) {
            return all.conditions().stream().allMatch(condition -> holds(condition, document));
        } else if (filter instanceof Filter.Any any) {
            return any.conditions().stream().anyMatch(condition -> holds(condition, document));
        } else if (filter instanceof Filter.Not not) {
            return !holds(not.condition(), document);
        } else if (filter instanceof Filter.Exists exists) {
            return !find(document, exists.path()).isEmpty();
        } else if (filter instanceof Filter.Equal equal) {
            return folded(document, equal.path()).stream()
                    .anyMatch(value -> equal.values().stream()
                            .anyMatch(wanted -> fold(wanted).equals(value)));
        } else if (filter instanceof Filter.Prefix prefix) {
            return folded(document, prefix.path()).stream().anyMatch(value -> value.startsWith(fold(prefix.prefix())));
        }
        Filter.Contains contains = (Filter.Contains) filter;
        return contains.paths().stream()
                .flatMap(path -> folded(document, path).stream())
                .anyMatch(value -> value.contains(fold(contains.text().strip())));
    }

    private static List<String> folded(Json.Obj document, String path) {
        return known(document, path).stream().map(NaiveSearch::fold).toList();
    }

    private static List<String> known(Json.Obj document, String path) {
        return find(document, path).stream().flatMap(Optional::stream).toList();
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** {@return each place with this path: its value, or empty where it is null or too long} */
    private static List<Optional<String>> find(Json.Obj document, String path) {
        List<Optional<String>> found = new ArrayList<>();
        String wanted = fold(path);
        if (wanted.length() > 200) {
            return found;
        }
        for (Json relation : document.array("relations").items()) {
            Json.Obj arrow = (Json.Obj) relation;
            if (wanted.equals("relations." + fold(arrow.text("type").orElseThrow()))) {
                found.add(arrow.text("targetRef"));
            }
        }
        Json.Obj visible = document.without("relations").without("status").without("attachments");
        look(visible.with("metadata", visible.object("metadata").without("etag")), wanted, found);
        return found;
    }

    /** Follows the rest of a path; a rest of one dot means that the value is the one that was looked for. */
    private static void look(Json value, String rest, List<Optional<String>> found) {
        if (value instanceof Json.Obj object) {
            object.fields().forEach((name, field) -> {
                String key = fold(name);
                if (rest.equals(key)) {
                    look(field, ".", found);
                } else if (rest.startsWith(key + ".")) {
                    look(field, rest.substring(key.length() + 1), found);
                }
            });
        } else if (value instanceof Json.Arr array) {
            for (Json item : array.items()) {
                look(item, rest, found);
                if (item instanceof Json.Text text && rest.equals(fold(text.value())) && found.isEmpty()) {
                    found.add(Optional.of("true"));
                }
            }
        } else if (rest.equals(".")) {
            found.add(text(value).filter(text -> text.length() <= 200));
        }
    }

    private static Optional<String> text(Json value) {
        if (value instanceof Json.Text text) {
            return Optional.of(text.value());
        } else if (value instanceof Json.Num number) {
            return Optional.of(number.value().stripTrailingZeros().toPlainString());
        }
        return value instanceof Json.Bool bool ? Optional.of(fold(bool.name())) : Optional.empty();
    }
}
