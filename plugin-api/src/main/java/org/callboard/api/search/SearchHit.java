package org.callboard.api.search;

import java.util.List;
import org.callboard.api.model.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * A document that was found.
 *
 * @param plugin whose it is
 * @param about the entity that it is about, or null
 * @param title of the page
 * @param heading of the part of it; empty for the page as a whole
 * @param excerpt of its text, about where the words are
 * @param address in the portal, from its root
 */
public record SearchHit(
        String plugin, @Nullable EntityRef about, String title, String heading, Excerpt excerpt, String address) {

    /**
     * Some of a text, on one line.
     *
     * @param text plain text
     * @param marks where the words are in it, in their order
     */
    public record Excerpt(String text, List<Mark> marks) {

        /** Copies the marks. */
        public Excerpt {
            marks = List.copyOf(marks);
        }
    }

    /**
     * A word of a text.
     *
     * @param start its first character, from 0
     * @param end the one behind its last
     */
    public record Mark(int start, int end) {}
}
