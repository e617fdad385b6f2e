package org.callboard.core.db;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether the database has done what it was asked of late. Thread-safe. */
final class Answers {

    private volatile @Nullable Instant answered;
    private volatile @Nullable Instant failing;

    void answered() {
        answered = Instant.now();
        failing = null;
    }

    void failed() {
        if (failing == null) {
            failing = Instant.now();
        }
    }

    @Nullable Instant last() {
        return answered;
    }

    @Nullable Instant failing() {
        return failing;
    }
}
