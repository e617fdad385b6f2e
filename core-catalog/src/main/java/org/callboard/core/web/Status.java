package org.callboard.core.web;

import java.time.Instant;
import org.callboard.api.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How things stand with a page.
 *
 * @param lookedAt when the server was last asked, or null where it never was
 * @param changedAt when the copy last became another, or null where there is none
 * @param nextDue when the server is asked again, or null where it won't be
 * @param failures how often in a row asking failed
 * @param problem why there is no copy, or none that is known to be current; or null
 */
public record Status(
        @Nullable Instant lookedAt,
        @Nullable Instant changedAt,
        @Nullable Instant nextDue,
        int failures,
        @Nullable Problem problem) {

    static final Status UNKNOWN = new Status(null, null, null, 0, null);

    static Status refused(Problem problem) {
        return new Status(null, null, null, 0, problem);
    }
}
