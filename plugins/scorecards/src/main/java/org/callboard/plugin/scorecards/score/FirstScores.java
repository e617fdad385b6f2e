package org.callboard.plugin.scorecards.score;

import java.time.Duration;
import org.callboard.api.task.Schedule;
import org.callboard.api.task.ScheduledTask;
import org.callboard.api.task.TaskRun;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has scores computed soon after the portal was started again, when the task that does so once an hour is not due for long. */
@Component
public final class FirstScores implements ScheduledTask {

    private final Rescoring rescoring;

    /** Makes the task. */
    @Activate
    public FirstScores(@Reference Rescoring rescoring) {
        this.rescoring = rescoring;
    }

    @Override
    public String title() {
        return "Scores after a start";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(1));
    }

    @Override
    public void run(TaskRun run) {
        if (rescoring.begin(run.caller())) {
            rescoring.askAll();
            run.progress("Scores are being computed.");
        }
    }
}
