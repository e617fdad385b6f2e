package org.callboard.api.catalog;

import java.util.List;

/**
 * A condition on entities. Paths are dotted ({@code spec.type}, {@code metadata.annotations.example.com/x}); paths and
 * values are compared without regard to case. An array matches by each of its items and, for a text item, also as the path
 * {@code path.item} with the value {@code true}; relations match as {@code relations.<type>} with the target's reference.
 * Values over 200 characters can be asked for by {@link Exists} only. These are the rules of Backstage's search rows.
 */
public sealed interface Filter {

    /** Lets every entity through. */
    Filter NONE = new All(List.of());

    /** All of the conditions hold; true where there are none. */
    record All(List<Filter> conditions) implements Filter {
        /** Copies the conditions. */
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** At least one of the conditions holds; false where there are none. */
    record Any(List<Filter> conditions) implements Filter {
        /** Copies the conditions. */
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** The condition does not hold. */
    record Not(Filter condition) implements Filter {}

    /** The path is there, whatever its value. */
    record Exists(String path) implements Filter {}

    /** The path has one of the values. */
    record Equal(String path, List<String> values) implements Filter {
        /** Copies the values. */
        public Equal {
            values = List.copyOf(values);
        }
    }

    /** The path has a value that starts so. */
    record Prefix(String path, String prefix) implements Filter {}

    /** One of the paths has a value with this text in it. */
    record Contains(List<String> paths, String text) implements Filter {
        /** Copies the paths. */
        public Contains {
            paths = List.copyOf(paths);
        }
    }

    /** {@return a condition that a path has a value} */
    static Filter equal(String path, String value) {
        return new Equal(path, List.of(value));
    }
}
