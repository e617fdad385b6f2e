package org.callboard.api.ingest;

/**
 * A field that a kind knows.
 *
 * @param path dotted, from the root, for example {@code spec.type}
 * @param shape what its value must be
 * @param need whether it may be left out
 */
public record Field(String path, Shape shape, Need need) {

    /** What a value must be. */
    public enum Shape {
        /** A text with at least one character. */
        TEXT,
        /** An array of texts. */
        TEXTS,
        /** An object. */
        OBJECT,
        /** An array. */
        ARRAY,
        /** Anything. */
        ANY
    }

    /** Whether a field may be left out. */
    public enum Need {
        /** It must be there. */
        REQUIRED,
        /** It may be left out. */
        OPTIONAL
    }

    /** {@return a field that must be there} */
    public static Field required(String path, Shape shape) {
        return new Field(path, shape, Need.REQUIRED);
    }

    /** {@return a field that may be left out} */
    public static Field optional(String path, Shape shape) {
        return new Field(path, shape, Need.OPTIONAL);
    }
}
