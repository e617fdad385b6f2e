package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.function.Executable;

/** What runs of tasks have in common with those of entity providers. */
final class Runs {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Runs() {}

    static void checkLimit(Duration limit) {
        assertTrue(
                limit.toNanos() > 0 && limit.compareTo(Duration.ofDays(1)) <= 0,
                () -> "The limit is " + limit + "; a run may take more than nothing and a day at most.");
    }

    /** Has a run begin that is interrupted already. What it throws is its own affair. */
    static void interrupted(Executable run) throws InterruptedException {
        FutureTask<Boolean> attempt = new FutureTask<>(() -> {
            Thread.currentThread().interrupt();
            try {
                run.execute();
            } catch (Throwable ended) {
                return false;
            }
            return true;
        });
        Thread thread = new Thread(attempt, "interrupted-run");
        thread.setDaemon(true);
        thread.start();
        thread.join(PATIENCE.toMillis());
        assertTrue(attempt.isDone(), "It goes on although its thread was interrupted.");
    }
}
