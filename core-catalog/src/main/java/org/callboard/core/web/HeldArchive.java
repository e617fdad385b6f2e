package org.callboard.core.web;

import java.time.Duration;
import java.time.Instant;

/** An archive, and when somebody last read it. Thread-safe. */
final class HeldArchive {

    /** How long an archive is kept up to date after somebody read it. */
    private static final Duration WANTED = Duration.ofDays(1);

    private final Copy copy;
    private volatile Instant used;

    HeldArchive(Copy copy, Instant used) {
        this.copy = copy;
        this.used = used;
    }

    Copy copy() {
        return copy;
    }

    String url() {
        return copy.url().toString();
    }

    Instant used() {
        return used;
    }

    void use(Instant now) {
        used = now;
    }

    boolean isDue(Instant now) {
        return copy.isDue(now) && now.isBefore(used.plus(WANTED));
    }
}
