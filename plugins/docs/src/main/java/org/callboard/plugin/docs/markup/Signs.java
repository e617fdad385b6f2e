package org.callboard.plugin.docs.markup;

import java.util.Map;
import java.util.Set;

/**
 * What stands on a page for what is written, where a site wants other than usual.
 *
 * @param keys names of keys, beside the known ones or in their place
 * @param separator what stands between keys that are pressed together
 * @param print what typography puts, by smarty's name for it, such as {@code mdash}
 * @param kept the symbols that stay as they are written, by smartsymbols' names for their kinds, such as {@code arrows}
 */
public record Signs(Map<String, String> keys, String separator, Map<String, String> print, Set<String> kept) {

    /** What is usual. */
    public static final Signs USUAL = new Signs(Map.of(), "+", Map.of(), Set.of());

    /** Copies the maps and the set. */
    public Signs {
        keys = Map.copyOf(keys);
        print = Map.copyOf(print);
        kept = Set.copyOf(kept);
    }
}
