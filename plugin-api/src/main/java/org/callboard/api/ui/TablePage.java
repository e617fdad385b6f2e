package org.callboard.api.ui;

import java.util.List;

/**
 * Which rows of a table a reader wants to see.
 *
 * @param offset how many rows to pass over
 * @param limit how many rows to show at most, 1 to {@value #MAX_LIMIT}
 * @param sort the key of the column to sort by; empty for the table's own order. It comes from the reader: letters, digits,
 *     hyphens and underscores, but not necessarily one of the table's keys. Look it up among those you know
 * @param direction which way
 */
public record TablePage(int offset, int limit, String sort, Direction direction) {

    /** The longest page. */
    public static final int MAX_LIMIT = 200;

    /** The first rows in the table's own order. */
    public static final TablePage FIRST = new TablePage(0, 20, "", Direction.ASCENDING);

    /** Which way to sort. */
    public enum Direction {
        /** Smallest first. */
        ASCENDING,
        /** Largest first. */
        DESCENDING
    }

    /** {@return those of all rows, sorted already, that are on this page} */
    public <T> List<T> cut(List<T> all) {
        int from = Math.min(offset, all.size());
        return all.subList(from, from + Math.min(limit, all.size() - from));
    }

    /** Brings offset and limit within their bounds. */
    public TablePage {
        offset = Math.max(0, offset);
        limit = Math.min(Math.max(1, limit), MAX_LIMIT);
    }
}
