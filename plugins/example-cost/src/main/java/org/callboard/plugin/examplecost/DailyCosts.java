package org.callboard.plugin.examplecost;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.callboard.api.config.Configuration;
import org.callboard.api.model.Entity;
import org.callboard.api.task.Schedule;
import org.callboard.api.task.ScheduledTask;
import org.callboard.api.task.TaskRun;
import org.callboard.api.ui.Views;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fetches once a day what all services cost, and lets open pages know. */
@Component
public final class DailyCosts implements ScheduledTask {

    private final Services services;
    private final CostSources sources;
    private final Figures figures;
    private final Configuration configuration;
    private final Views views;

    /** Makes the task. */
    @Activate
    public DailyCosts(
            @Reference Services services,
            @Reference CostSources sources,
            @Reference Figures figures,
            @Reference Configuration configuration,
            @Reference Views views) {
        this.services = services;
        this.sources = sources;
        this.figures = figures;
        this.configuration = configuration;
        this.views = views;
    }

    @Override
    public String title() {
        return "Costs of the day";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofDays(1));
    }

    @Override
    public void run(TaskRun run) {
        LocalDate yesterday =
                LocalDate.ofInstant(run.scheduledFor(), ZoneOffset.UTC).minusDays(1);
        int days = configuration.current(CostConfig.class).daysKept();
        List<Entity> all = services.all(run.caller());
        for (Entity service : all) {
            if (run.isCancelled()) {
                return;
            }
            figures.replace(service.ref(), sources.read(service.ref(), yesterday, days));
        }
        figures.dropWithout(yesterday);
        run.progress("The costs of " + all.size() + " services up to " + yesterday + " are there.");
        views.changed();
    }
}
