package org.callboard.core.config;

import java.time.Duration;

/**
 * {@code plugins.startTries} and {@code plugins.startPauseSeconds}: how often a plugin that fails is tried when the portal starts.
 *
 * @param pause before the second time; it doubles from time to time
 */
public record StartTries(int most, Duration pause) {

    /** Three times, with two seconds and four between them. */
    public static final StartTries DEFAULT = new StartTries(3, Duration.ofSeconds(2));
}
