package org.callboard.plugin.scorecards.score;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.api.model.Entity;
import org.callboard.api.security.Caller;
import org.callboard.plugin.scorecards.fact.FactSources;
import org.callboard.plugin.scorecards.fact.Facts;
import org.callboard.plugin.scorecards.fact.Gathering;
import org.callboard.plugin.scorecards.fact.HttpFacts;
import org.callboard.plugin.scorecards.standard.FactNames;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.Standards;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Scores one entity at once, with its evidence, as the caller who asks may read it. Thread-safe. */
@Component(service = Scoring.class)
public final class Scoring {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Standards standards;
    private final FactSources sources;
    private final Scores scores;
    private final Rescoring rescoring;
    private final HttpFacts http;

    /** Asks these. */
    @Activate
    public Scoring(
            @Reference Standards standards,
            @Reference FactSources sources,
            @Reference Scores scores,
            @Reference Rescoring rescoring,
            @Reference HttpFacts http) {
        this.standards = standards;
        this.sources = sources;
        this.scores = scores;
        this.rescoring = rescoring;
        this.http = http;
    }

    /** {@return its score by each standard that applies; where that differs from what is kept, it is computed for all} */
    public List<Score> of(Caller caller, Entity entity) {
        List<Standard> all = standards.of(caller);
        Instant now = Instant.now();
        Set<String> names = new TreeSet<>();
        all.forEach(standard -> names.addAll(standard.facts()));
        Gathering gathering = sources.gathering(caller, now);
        gathering.turnTo(List.of(entity), names);
        Facts facts = gathering.of(entity);
        List<Score> found = new ArrayList<>();
        for (Standard standard : all) {
            new Scorer(standard, now)
                    .score(entity, facts)
                    .ifPresent(row -> found.add(new Score(standard, row, facts, now)));
        }
        if (found.stream().anyMatch(score -> !isKept(score))) {
            rescoring.ask(List.of(entity.ref()));
        }
        return found;
    }

    /** Fetches anew what the standards of an entity ask of other servers, as long as there is time. */
    public void fetch(Caller caller, Entity entity) {
        Instant end = Instant.now().plus(PATIENCE);
        Set<String> names = new TreeSet<>();
        of(caller, entity).forEach(score -> names.addAll(score.standard().facts()));
        for (String name : names) {
            if (name.startsWith(FactNames.HTTP) && Instant.now().isBefore(end)) {
                http.fetch(entity, name);
            }
        }
    }

    private boolean isKept(Score score) {
        return scores.board(score.standard())
                .map(board -> score.row().equals(board.row(score.row().ref())))
                .orElse(true);
    }
}
