package org.callboard.plugin.docs.markup;

import java.util.Map;

/**
 * How the blocks that are captions are numbered and where they stand, as pymdownx.blocks.caption is told.
 *
 * @param types what stands before the caption for each type of block, with braces for the number; empty for no number
 * @param isAutomatic whether those are numbered that say no number
 * @param isPrepended whether a caption stands above what it is of
 * @param deepest how many levels of figures within figures are numbered; 0 for all
 */
public record Captions(Map<String, String> types, boolean isAutomatic, boolean isPrepended, int deepest) {

    /** What is usual. */
    public static final Captions USUAL = new Captions(
            Map.of("caption", "", "figure-caption", "Figure {}.", "table-caption", "Table {}."), true, false, 0);

    /** Copies the types. */
    public Captions {
        types = Map.copyOf(types);
    }
}
