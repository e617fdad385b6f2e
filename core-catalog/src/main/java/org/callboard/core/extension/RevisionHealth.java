package org.callboard.core.extension;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a revision has been doing.
 *
 * @param reason why calls are answered without it at present; null where it is asked
 * @param last its last failure, whether or not that mattered; null where there was none
 */
public record RevisionHealth(
        @Nullable String reason, @Nullable Failure last) {

    /** A failure, and when it was. */
    public record Failure(String what, Instant when) {}
}
