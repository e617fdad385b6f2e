package org.callboard.plugin.scorecards.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.callboard.testkit.TestRun;
import org.junit.jupiter.api.Test;

final class ChangedScoresTest {

    private final Fixture fixture = new Fixture();
    private final ChangedScores task = new ChangedScores(fixture.rescoring);

    @Test
    void computesWithItsFirstRunAndGoesOnUntilItIsToEnd() throws Exception {
        TestRun run = TestRun.now();
        Thread thread = new Thread(() -> run(run), "run of the task");
        thread.start();
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            while (fixture.shown().size() < 4) {
                Thread.onSpinWait();
            }
        });
        assertTrue(thread.isAlive());
        run.cancel();
        thread.join();
        assertEquals(4, fixture.shown().size());
    }

    private void run(TestRun run) {
        try {
            task.run(run);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }
}
