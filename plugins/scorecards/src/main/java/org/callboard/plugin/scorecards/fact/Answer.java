package org.callboard.plugin.scorecards.fact;

import java.time.Instant;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/** What there is to say about a fact of an entity. */
public sealed interface Answer {

    /**
     * It is known.
     *
     * @param value what is so; null where it is known that there is nothing, such as no file
     * @param time when it was so
     * @param source where it can be looked up
     * @param file the file it stands in, from the descriptor's folder; null where it stands in none
     */
    record Known(
            @Nullable Json value,
            Instant time,
            String source,
            @Nullable String file) implements Answer {}

    /** Nobody knows it. */
    record Missing(String reason) implements Answer {}

    /** It can't be had. */
    record Failed(String reason) implements Answer {}
}
