package org.callboard.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.callboard.api.task.ScheduledTask;
import org.junit.jupiter.api.Test;

/** What every task keeps to. */
public interface ScheduledTaskContract extends ExtensionContract<ScheduledTask> {

    /** The portal plans with it. */
    @Test
    default void isDoneWhenItSaysAndWithinADay() {
        ScheduledTask task = extension();
        assertEquals(task.schedule().words(), task.schedule().words());
        Runs.checkLimit(task.limit());
    }

    /** A run that was lost is made up for, so the same is done twice. */
    @Test
    default void canBeDoneAgain() throws Exception {
        ScheduledTask task = extension();
        task.run(TestRun.now());
        task.run(TestRun.now());
    }

    /** A plugin that goes can't wait for it. */
    @Test
    default void endsWhenItIsInterrupted() throws InterruptedException {
        ScheduledTask task = extension();
        TestRun run = TestRun.now();
        run.cancel();
        Runs.interrupted(() -> task.run(run));
    }
}
