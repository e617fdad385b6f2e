package org.callboard.plugin.scorecards.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.callboard.api.task.ScheduledTask;
import org.callboard.testkit.ScheduledTaskContract;
import org.callboard.testkit.TestRun;
import org.junit.jupiter.api.Test;

final class AllScoresTest implements ScheduledTaskContract {

    private final Fixture fixture = new Fixture();

    @Override
    public ScheduledTask extension() {
        return new AllScores(fixture.passes, fixture.rescoring);
    }

    @Test
    void computesAll() throws Exception {
        TestRun run = TestRun.now();
        extension().run(run);
        assertEquals(List.of("All scores by 1 standard are there."), run.messages());
        assertEquals(4, fixture.shown().size());
    }
}
