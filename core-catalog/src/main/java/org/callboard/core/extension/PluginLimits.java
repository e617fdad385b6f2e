package org.callboard.core.extension;

import java.time.Duration;

/**
 * How much of the portal one plugin may take.
 *
 * @param requestDeadline how long it may let a request wait; the time that a slow client takes is not its own
 * @param callDeadline how long any other call of it may take
 * @param requests how many requests it may answer at once
 * @param calls how many other calls of it may run at once
 * @param answerBytes how long one answer may be
 * @param breaking when it is not asked any more
 */
public record PluginLimits(
        Duration requestDeadline, Duration callDeadline, int requests, int calls, long answerBytes, Breaking breaking) {

    /** What goes unless it is configured. */
    public static final PluginLimits DEFAULT = new PluginLimits(
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            32,
            8,
            64L << 20,
            new Breaking(10, Duration.ofSeconds(60), Duration.ofSeconds(15)));

    /**
     * When a revision is not asked any more.
     *
     * @param failures so many, if they are at least half of the calls
     * @param window within this time
     * @param coolDown after this time one call is let through, to see
     */
    public record Breaking(int failures, Duration window, Duration coolDown) {}
}
