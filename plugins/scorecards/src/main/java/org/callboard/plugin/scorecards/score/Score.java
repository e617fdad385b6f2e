package org.callboard.plugin.scorecards.score;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.callboard.plugin.scorecards.fact.Facts;
import org.callboard.plugin.scorecards.rule.State;
import org.callboard.plugin.scorecards.standard.Check;
import org.callboard.plugin.scorecards.standard.Exemption;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.Track;

/**
 * The score of an entity by a standard, with all that can be said of it.
 *
 * @param facts what the checks were computed with
 */
public record Score(Standard standard, Row row, Facts facts, Instant now) {

    private static final Comparator<Check> BY_EFFORT = Comparator.comparing(Check::effort)
            .thenComparing(Check::severity, Comparator.reverseOrder())
            .thenComparing(Check::title);

    /** {@return what the questions of a check found} */
    public List<Evidence> evidence(Check check) {
        return Evidence.of(check.rule(), facts, now, check.maxAge());
    }

    /** {@return what to say of a check; empty where it passed} */
    public String message(int place) {
        Check check = standard.checks().get(place);
        State state = row.state(place);
        if (state == State.FAILED) {
            return check.message();
        }
        if (state != State.UNKNOWN && state != State.ERROR) {
            return "";
        }
        return evidence(check).stream()
                .map(Evidence::reason)
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("The rule can't be computed: what it asks does not fit what it finds.");
    }

    /** {@return the exemption of a check, where one is in force} */
    public Optional<Exemption> exemption(Check check) {
        return standard.exemptions().stream()
                .filter(exemption -> exemption.check().equals(check.id()))
                .filter(exemption -> exemption.entity().equals(row.ref()) && exemption.isInForce(now))
                .findFirst();
    }

    /** {@return the level above those that are reached, where there is one} */
    public static Optional<Track.Level> next(Track track, int rank) {
        return rank < track.levels().size() ? Optional.of(track.levels().get(rank)) : Optional.empty();
    }

    /** {@return what is missing to a level, by effort, the weightier first among equals} */
    public static List<Check> missing(Standard standard, Row row, Track.Level level) {
        List<Check> missing = new ArrayList<>();
        for (int place : level.checks()) {
            if (!row.state(place).isDone()) {
                missing.add(standard.checks().get(place));
            }
        }
        missing.sort(BY_EFFORT);
        return missing;
    }
}
