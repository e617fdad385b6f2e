package org.callboard.plugin.scorecards.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.callboard.api.task.ScheduledTask;
import org.callboard.testkit.ScheduledTaskContract;
import org.callboard.testkit.TestRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FirstScoresTest implements ScheduledTaskContract {

    private final Fixture fixture = new Fixture();

    @Override
    public ScheduledTask extension() {
        return new FirstScores(fixture.rescoring);
    }

    @AfterEach
    void close() throws Exception {
        fixture.rescoring.close();
    }

    @Test
    void asksForAllOfThemOnce() throws Exception {
        TestRun first = TestRun.now();
        extension().run(first);
        assertEquals(List.of("Scores are being computed."), first.messages());
        TestRun second = TestRun.now();
        extension().run(second);
        assertEquals(List.of(), second.messages());
    }
}
