package org.callboard.core.log;

import java.time.Duration;

/**
 * How much of what a plugin logs is kept.
 *
 * @param linesPerSecond how many lines of one plugin are taken in a second; the others are counted
 * @param fileBytes how long a file grows before the next is begun
 * @param files how many files of a plugin there are at most, the growing one among them
 * @param keep how long a file stays that nothing is added to
 */
public record LogSettings(int linesPerSecond, long fileBytes, int files, Duration keep) {

    /** What holds where nothing is configured. */
    public static final LogSettings DEFAULT = new LogSettings(200, 1 << 20, 5, Duration.ofDays(30));
}
