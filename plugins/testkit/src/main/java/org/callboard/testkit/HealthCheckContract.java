package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.callboard.api.health.Health;
import org.callboard.api.health.HealthCheck;
import org.junit.jupiter.api.Test;

/** What every health check keeps to. */
public interface HealthCheckContract extends ExtensionContract<HealthCheck> {

    /** The time that the portal gives it unless it is configured otherwise. */
    Duration DEADLINE = Duration.ofSeconds(5);

    /** A revision that is not well from the start never takes over, and one that does not answer counts as such. */
    @Test
    default void answersInTime() {
        HealthCheck check = extension();
        assertTimeoutPreemptively(DEADLINE, check::check);
    }

    /** It is asked every 10 seconds, and asking must change nothing. */
    @Test
    default void answersTheSameAgain() {
        HealthCheck check = extension();
        assertEquals(check.check(), check.check());
    }

    /** An owner reads why something does not work, and only then. */
    @Test
    default void givesAReasonWhereItDoesNotWork() {
        Health health = extension().check();
        assertEquals(
                health.level() == Health.Level.UP,
                health.reason().isBlank(),
                () -> "The reason is '" + health.reason() + "'.");
    }
}
