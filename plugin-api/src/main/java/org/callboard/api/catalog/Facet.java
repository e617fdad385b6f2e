package org.callboard.api.catalog;

import java.util.List;

/**
 * The values of one path and how many entities have each.
 *
 * @param path the path as it was asked for
 * @param values the values, sorted by value
 */
public record Facet(String path, List<Value> values) {

    /** Copies the values. */
    public Facet {
        values = List.copyOf(values);
    }

    /**
     * One value.
     *
     * @param value the value in its original case
     * @param count how many entities have it
     */
    public record Value(String value, int count) {}
}
