package org.callboard.plugin.catalogapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.catalog.Filter;

/**
 * Reads {@code filter} parameters: sets of {@code key} and {@code key=value}, parted by commas. All keys of a set must
 * hold, a key named twice by either of its values; one of the sets is enough.
 */
final class FilterParser {

    private FilterParser() {}

    /** {@return the condition; every entity meets it where no set says anything} */
    static Filter parse(List<String> sets) {
        List<Filter> filters = sets.stream()
                .map(FilterParser::statements)
                .filter(statements -> !statements.isEmpty())
                .map(FilterParser::parseSet)
                .toList();
        if (filters.isEmpty()) {
            return Filter.NONE;
        }
        return filters.size() == 1 ? filters.get(0) : new Filter.Any(filters);
    }

    private static List<String> statements(String set) {
        return Arrays.stream(set.split(","))
                .map(String::trim)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private static Filter parseSet(List<String> statements) {
        Map<String, List<String>> valuesByKey = new LinkedHashMap<>();
        for (String statement : statements) {
            int equals = statement.indexOf('=');
            String key = equals < 0 ? statement : statement.substring(0, equals).trim();
            if (key.isEmpty()) {
                throw Inputs.bad("Invalid filter, '" + statement
                        + "' is not a valid statement (expected a string on the form a=b or a= or a)");
            }
            List<String> values = valuesByKey.computeIfAbsent(key, name -> new ArrayList<>(1));
            if (equals >= 0) {
                values.add(statement.substring(equals + 1).trim());
            }
        }
        List<Filter> conditions = new ArrayList<>(valuesByKey.size());
        valuesByKey.forEach((key, values) ->
                conditions.add(values.isEmpty() ? new Filter.Exists(key) : new Filter.Equal(key, values)));
        return conditions.size() == 1 ? conditions.get(0) : new Filter.All(conditions);
    }
}
