package org.callboard.plugin.docs.feedback;

import java.time.Duration;
import java.time.Instant;
import org.callboard.api.task.Schedule;
import org.callboard.api.task.ScheduledTask;
import org.callboard.api.task.TaskRun;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes how often pages were read, and forgets what is too old. */
@Component
public final class CountedViews implements ScheduledTask {

    private final PageViews views;
    private final Reports reports;

    /** Makes the task. */
    @Activate
    public CountedViews(@Reference PageViews views, @Reference Reports reports) {
        this.views = views;
        this.reports = reports;
    }

    @Override
    public String title() {
        return "Views of documentation";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofMinutes(5));
    }

    @Override
    public void run(TaskRun run) {
        int pages = views.write();
        Instant now = run.scheduledFor();
        views.prune(now);
        reports.prune(now);
        run.progress("The views of " + pages + " pages are written.");
    }
}
