package org.callboard.api.catalog;

/**
 * One field to sort by; entities that lack it come last in either direction.
 *
 * @param path the dotted path, see {@link Filter}
 * @param direction which way
 */
public record Order(String path, Direction direction) {

    /** Which way to sort. */
    public enum Direction {
        /** Smallest first. */
        ASCENDING,
        /** Largest first. */
        DESCENDING
    }

    /** {@return smallest first} */
    public static Order by(String path) {
        return new Order(path, Direction.ASCENDING);
    }
}
