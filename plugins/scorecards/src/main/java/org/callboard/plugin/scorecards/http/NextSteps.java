package org.callboard.plugin.scorecards.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.callboard.api.security.Caller;
import org.callboard.plugin.scorecards.score.Row;
import org.callboard.plugin.scorecards.score.Score;
import org.callboard.plugin.scorecards.standard.Check;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.Track;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What to do next: all that the next levels wait for. */
@Component(service = NextSteps.class)
public final class NextSteps {

    private static final Comparator<Step> ORDER = Comparator.<Step, Check.Effort>comparing(
                    step -> step.check().effort())
            .thenComparing(step -> step.check().severity(), Comparator.reverseOrder())
            .thenComparing(step -> step.row().title());

    private final ReadableScores readable;
    private final Owners owners;

    /** Looks there. */
    @Activate
    public NextSteps(@Reference ReadableScores readable, @Reference Owners owners) {
        this.readable = readable;
        this.owners = owners;
    }

    /** A check that is missing to an entity's next level. */
    public record Step(Standard standard, Row row, Track track, Track.Level level, Check check) {}

    /** {@return the next steps of what the caller and their groups own, the least effort first} */
    public List<Step> own(Caller caller) {
        return of(caller, owners.of(caller));
    }

    /** {@return the same of another owner} */
    List<Step> of(Caller caller, String owner) {
        return of(caller, Set.of(owners.reference(owner)));
    }

    private List<Step> of(Caller caller, Set<String> mine) {
        List<Step> steps = new ArrayList<>();
        for (Standard standard : readable.standards(caller)) {
            Set<String> seen = new HashSet<>();
            readable.rows(caller, standard).stream()
                    .filter(row -> mine.contains(row.owner()))
                    .forEach(row -> collect(standard, row, seen, steps));
        }
        steps.sort(ORDER);
        return steps;
    }

    /** What is missing in several tracks is told once. */
    private static void collect(Standard standard, Row row, Set<String> seen, List<Step> steps) {
        for (int i = 0; i < standard.tracks().size(); i++) {
            Track track = standard.tracks().get(i);
            Track.Level level = Score.next(track, row.rank(i)).orElse(null);
            if (level != null) {
                for (Check check : Score.missing(standard, row, level)) {
                    if (seen.add(row.ref() + " " + check.id())) {
                        steps.add(new Step(standard, row, track, level, check));
                    }
                }
            }
        }
    }
}
