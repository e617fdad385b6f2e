package org.callboard.plugin.scorecards.score;

import org.callboard.plugin.scorecards.rule.State;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.Track;

/** How many levels are reached. */
final class Ranks {

    private Ranks() {}

    /** {@return a digit for each track} */
    static String of(Standard standard, String states) {
        StringBuilder ranks = new StringBuilder();
        for (Track track : standard.tracks()) {
            int rank = 0;
            while (rank < track.levels().size() && isDone(track.levels().get(rank), states)) {
                rank++;
            }
            ranks.append(rank);
        }
        return ranks.toString();
    }

    static boolean isDone(Track.Level level, String states) {
        return level.checks().stream()
                .allMatch(check -> State.of(states.charAt(check)).isDone());
    }
}
