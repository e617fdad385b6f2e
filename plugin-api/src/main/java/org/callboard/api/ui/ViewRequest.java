package org.callboard.api.ui;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.security.Caller;

/** What somebody wants to see: who asks, and with which parameters. Immutable. */
public final class ViewRequest {

    private final Caller caller;
    private final Map<String, String> parameters;
    private final Map<String, TablePage> tables;

    private ViewRequest(Caller caller, Map<String, String> parameters, Map<String, TablePage> tables) {
        this.caller = caller;
        this.parameters = parameters;
        this.tables = tables;
    }

    /** {@return a request without parameters} */
    public static ViewRequest of(Caller caller) {
        return new ViewRequest(caller, Map.of(), Map.of());
    }

    /** {@return this request with one more parameter} */
    public ViewRequest parameter(String name, String value) {
        return new ViewRequest(caller, and(parameters, name, value), tables);
    }

    /** {@return this request for that page of a table} */
    public ViewRequest table(String id, TablePage page) {
        return new ViewRequest(caller, parameters, and(tables, id, page));
    }

    /** {@return who asks} */
    public Caller caller() {
        return caller;
    }

    /** {@return a parameter of the page's path, or else of the address's query, if it is there and not empty} */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /** {@return which page of a table is wanted; the first, 20 rows long, unless the reader went on} */
    public TablePage table(String id) {
        return tables.getOrDefault(id, TablePage.FIRST);
    }

    private static <T> Map<String, T> and(Map<String, T> some, String name, T value) {
        Map<String, T> more = new LinkedHashMap<>(some);
        more.put(name, value);
        return Collections.unmodifiableMap(more);
    }
}
