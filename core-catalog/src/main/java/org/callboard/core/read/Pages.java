package org.callboard.core.read;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The pages of the web that locations and placeholders name: when they are fetched. Thread-safe, and nothing waits. */
public interface Pages {

    /** Refuses a URL that the configuration or its own form keeps from ever being fetched. */
    void requireAllowed(String url) throws UnreadableException;

    /** Has a page fetched now, whenever it was due. {@return done when it has been, well or not} */
    CompletableFuture<Void> refresh(String url);

    /** {@return how fetching a page has gone, if it is known} */
    Optional<Visit> visit(String url);

    /** Forgets all other pages. */
    void keepOnly(Set<String> urls);

    /**
     * How fetching a page has gone.
     *
     * @param looked when it was last asked for, or null where it was not yet
     * @param next when it is asked for again, or null where that is under way
     * @param failure why the last time went wrong, one sentence, or null where it went well
     */
    record Visit(
            @Nullable Instant looked,
            @Nullable Instant next,
            @Nullable String failure) {}
}
