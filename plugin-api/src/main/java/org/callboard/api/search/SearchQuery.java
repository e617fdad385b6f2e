package org.callboard.api.search;

import org.callboard.api.model.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for.
 *
 * @param words as people type them; the first 200 characters count, and the first eight words
 * @param about an entity that it must be about, or null
 * @param limit how many at most, 0 to {@value #MAX_LIMIT}
 */
public record SearchQuery(String words, @Nullable EntityRef about, int limit) {

    /** The most that can be found. */
    public static final int MAX_LIMIT = 50;

    /** {@return the question where there are such words} */
    public static SearchQuery of(String words, int limit) {
        return new SearchQuery(words, null, limit);
    }

    /** {@return this question for what is about an entity} */
    public SearchQuery about(EntityRef entity) {
        return new SearchQuery(words, entity, limit);
    }
}
