package org.callboard.plugin.scorecards.score;

import java.time.Duration;
import java.time.Instant;
import org.callboard.api.task.Schedule;
import org.callboard.api.task.ScheduledTask;
import org.callboard.api.task.TaskRun;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Computes the scores of what changes, as it changes: a run goes on for as long as the revision serves. */
@Component
public final class ChangedScores implements ScheduledTask {

    private static final Duration LONGEST = Duration.ofHours(24);
    /** It ends before it is ended. */
    private static final Duration SHIFT = LONGEST.minusHours(1);

    private final Rescoring rescoring;

    /** Makes the task. */
    @Activate
    public ChangedScores(@Reference Rescoring rescoring) {
        this.rescoring = rescoring;
    }

    @Override
    public String title() {
        return "Scores of what changes";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(1));
    }

    @Override
    public Duration limit() {
        return LONGEST;
    }

    @Override
    public void run(TaskRun run) throws InterruptedException {
        Instant end = Instant.now().plus(SHIFT);
        rescoring.work(run.caller(), () -> run.isCancelled() || Instant.now().isAfter(end));
    }
}
