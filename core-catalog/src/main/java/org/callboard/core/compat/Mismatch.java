package org.callboard.core.compat;

import java.util.Comparator;

/**
 * A place in a plugin that does not fit the API.
 *
 * @param type the plugin's class
 * @param line in its source; 0 where the class does not say
 * @param what a sentence
 */
public record Mismatch(String type, int line, String what) implements Comparable<Mismatch> {

    private static final Comparator<Mismatch> ORDER =
            Comparator.comparing(Mismatch::type).thenComparing(Mismatch::line).thenComparing(Mismatch::what);

    @Override
    public int compareTo(Mismatch other) {
        return ORDER.compare(this, other);
    }

    /** {@return the place and the sentence in one line} */
    @Override
    public String toString() {
        return type + (line > 0 ? ", line " + line : "") + ": " + what;
    }
}
