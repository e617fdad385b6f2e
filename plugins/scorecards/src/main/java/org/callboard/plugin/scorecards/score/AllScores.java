package org.callboard.plugin.scorecards.score;

import java.time.Duration;
import org.callboard.api.task.Schedule;
import org.callboard.api.task.ScheduledTask;
import org.callboard.api.task.TaskRun;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Computes all scores once an hour: facts grow old, exemptions end, and files change without the catalog hearing of it. */
@Component
public final class AllScores implements ScheduledTask {

    private final Passes passes;
    private final Rescoring rescoring;

    /** Makes the task. */
    @Activate
    public AllScores(@Reference Passes passes, @Reference Rescoring rescoring) {
        this.passes = passes;
        this.rescoring = rescoring;
    }

    @Override
    public String title() {
        return "Scores of all entities";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public void run(TaskRun run) {
        rescoring.begin(run.caller());
        int standards = passes.all(run.caller(), Passes.Extent.ALL, run::isCancelled);
        run.progress("All scores by " + standards + (standards == 1 ? " standard" : " standards") + " are there.");
    }
}
