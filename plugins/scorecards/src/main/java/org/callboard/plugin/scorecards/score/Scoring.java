package org.callboard.plugin.scorecards.score;

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
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.Standards;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Scores one entity at once, with its evidence, as the caller who asks may read it. Thread-safe. */
@Component(service = Scoring.class)
public final class Scoring {

    private final Standards standards;
    private final FactSources sources;
    private final Scores scores;
    private final Rescoring rescoring;

    /** Asks these. */
    @Activate
    public Scoring(
            @Reference Standards standards,
            @Reference FactSources sources,
            @Reference Scores scores,
            @Reference Rescoring rescoring) {
        this.standards = standards;
        this.sources = sources;
        this.scores = scores;
        this.rescoring = rescoring;
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

    private boolean isKept(Score score) {
        return scores.board(score.standard())
                .map(board -> score.row().equals(board.row(score.row().ref())))
                .orElse(true);
    }
}
