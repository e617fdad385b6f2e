package org.callboard.core.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as it is kept.
 *
 * @param used when it was last, more or less
 * @param proof null where the portal itself let them in
 */
record SessionRow(Session session, Instant used, @Nullable Sealed proof) {

    /**
     * A proof that is encrypted.
     *
     * @param checkAgain when somebody has to be asked whether it still holds, or null for never
     * @param text in Base64
     */
    record Sealed(String plugin, String choice, @Nullable Instant checkAgain, String text) {}

    boolean isGood(Instant now, Duration idle) {
        return session.expires().isAfter(now) && used.plus(idle).isAfter(now);
    }

    /** {@return when it has to be checked again, or null} */
    @Nullable Instant checkAgain() {
        return proof == null ? null : proof.checkAgain();
    }

    boolean isDue(Instant now) {
        Instant due = checkAgain();
        return due != null && !due.isAfter(now);
    }

    SessionRow used(Instant now) {
        return new SessionRow(session, now, proof);
    }
}
