package org.callboard.core.storage;

import java.time.Duration;

/**
 * How much of the database the plugins may take.
 *
 * @param connections how many there are for all plugins together
 * @param transactions how many one plugin may have at once
 * @param patience how long one more waits
 * @param deadline how long one may last
 * @param slow from when on a statement is logged
 */
public record TableLimits(int connections, int transactions, Duration patience, Duration deadline, Duration slow) {

    /** Unless told otherwise. */
    public static final TableLimits DEFAULT =
            new TableLimits(12, 4, Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(1));
}
