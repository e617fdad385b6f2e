package org.callboard.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.callboard.api.catalog.Filter;
import org.callboard.api.model.Json;

/** What an entity can be found by: for each path, in lower case, its values as they were written. */
final class SearchRows {

    private static final int LONGEST = 200;
    private static final Set<String> HIDDEN = Set.of("attachments", "relations", "status", "metadata.etag");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    SearchRows(Json.Obj document) {
        document.fields().forEach((name, value) -> add(name, value));
        values.putIfAbsent("metadata.namespace", List.of("default"));
        for (Json relation : document.array("relations").items()) {
            if (relation instanceof Json.Obj arrow) {
                put(
                        "relations." + arrow.text("type").orElseThrow(),
                        arrow.text("targetRef").orElseThrow());
            }
        }
    }

    /** {@return the values of a path, without those too long to be kept} */
    List<String> values(String path) {
        return values.getOrDefault(lower(path), List.of());
    }

    boolean match(Filter filter) {
        if (filter instanceof Filter.All all) {
            return all.conditions().stream().allMatch(this::match);
        }
        if (filter instanceof Filter.Any any) {
            return any.conditions().stream().anyMatch(this::match);
        }
        if (filter instanceof Filter.Not not) {
            return !match(not.condition());
        }
        if (filter instanceof Filter.Exists exists) {
            return values.containsKey(lower(exists.path()));
        }
        return matchValue(filter);
    }

    private boolean matchValue(Filter filter) {
        if (filter instanceof Filter.Equal equal) {
            return equal.values().stream()
                    .anyMatch(wanted -> values(equal.path()).stream().anyMatch(wanted::equalsIgnoreCase));
        }
        if (filter instanceof Filter.Prefix prefix) {
            return values(prefix.path()).stream().anyMatch(value -> lower(value).startsWith(lower(prefix.prefix())));
        }
        Filter.Contains contains = (Filter.Contains) filter;
        return contains.paths().stream()
                .flatMap(path -> values(path).stream())
                .anyMatch(value -> lower(value).contains(lower(contains.text())));
    }

    private void add(String path, Json value) {
        if (HIDDEN.contains(path)) {
            return;
        }
        if (value instanceof Json.Obj object) {
            object.fields().forEach((name, field) -> add(path + "." + name, field));
        } else if (value instanceof Json.Arr array) {
            array.items().forEach(item -> addItem(path, item));
        } else if (value instanceof Json.Text text) {
            put(path, text.value());
        } else if (value instanceof Json.Num number) {
            put(path, number.value().toPlainString());
        } else if (value instanceof Json.Bool bool) {
            put(path, lower(bool.name()));
        } else {
            values.computeIfAbsent(lower(path), key -> new ArrayList<>());
        }
    }

    private void addItem(String path, Json item) {
        add(path, item);
        if (item instanceof Json.Text text) {
            put(path + "." + text.value(), "true");
        }
    }

    private void put(String path, String value) {
        if (path.length() <= LONGEST) {
            List<String> known = values.computeIfAbsent(lower(path), key -> new ArrayList<>());
            if (value.length() <= LONGEST) {
                known.add(value);
            }
        }
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
