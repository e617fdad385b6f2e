package org.callboard.plugin.scorecards.score;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.task.Schedule;
import org.callboard.api.task.ScheduledTask;
import org.callboard.api.task.TaskRun;
import org.callboard.plugin.scorecards.fact.HttpFacts;
import org.callboard.plugin.scorecards.standard.FactNames;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.Standards;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Fetches what standards ask of other servers, once an hour, for the entities that they apply to. */
@Component
public final class FetchedFacts implements ScheduledTask {

    /** A server that does not answer so often in a row is left alone until the next run. */
    private static final int PATIENCE = 3;

    private final Catalog catalog;
    private final Standards standards;
    private final Scores scores;
    private final HttpFacts http;
    private final Rescoring rescoring;

    /** Makes the task. */
    @Activate
    public FetchedFacts(
            @Reference Catalog catalog,
            @Reference Standards standards,
            @Reference Scores scores,
            @Reference HttpFacts http,
            @Reference Rescoring rescoring) {
        this.catalog = catalog;
        this.standards = standards;
        this.scores = scores;
        this.http = http;
        this.rescoring = rescoring;
    }

    @Override
    public String title() {
        return "Facts from other servers";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public Duration limit() {
        return Duration.ofMinutes(55);
    }

    @Override
    public void run(TaskRun run) {
        int fetched = 0;
        for (Standard standard : standards.of(run.caller())) {
            Set<String> names = new TreeSet<>(standard.facts());
            names.removeIf(name -> !name.startsWith(FactNames.HTTP));
            if (!names.isEmpty()) {
                fetched += fetch(run, standard, names);
            }
        }
        run.progress(fetched + " facts were fetched.");
    }

    private int fetch(TaskRun run, Standard standard, Set<String> names) {
        Map<String, Integer> failures = new HashMap<>();
        int fetched = 0;
        for (Row row : scores.board(standard).map(Board::rows).orElse(List.of())) {
            EntityRef ref = row.ref();
            Entity entity = catalog.find(run.caller(), ref).orElse(null);
            for (String name : names) {
                if (run.isCancelled()) {
                    return fetched;
                }
                if (entity != null && failures.getOrDefault(name, 0) < PATIENCE) {
                    boolean isFetched = http.fetch(entity, name);
                    failures.put(name, isFetched ? 0 : failures.getOrDefault(name, 0) + 1);
                    fetched += isFetched ? 1 : 0;
                }
            }
            rescoring.ask(List.of(ref));
        }
        return fetched;
    }
}
