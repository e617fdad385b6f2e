package org.callboard.plugin.scorecards.http;

import java.util.Arrays;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.plugin.scorecards.score.Row;
import org.callboard.plugin.scorecards.standard.Track;

/** Levels as answers have them. */
final class Levels {

    private Levels() {}

    /** The id of a level by its rank; empty for none. */
    static String id(Track track, int rank) {
        return rank < 1 || rank > track.levels().size()
                ? ""
                : track.levels().get(rank - 1).id();
    }

    /** The title of a level by its rank; empty for none. */
    static String title(Track track, int rank) {
        return rank < 1 || rank > track.levels().size()
                ? ""
                : track.levels().get(rank - 1).title();
    }

    /** How many are at no level, at the first, the second. */
    static Json.Arr counts(Track track, int place, List<Row> rows) {
        long[] counts = new long[track.levels().size() + 1];
        rows.forEach(row -> counts[row.rank(place)]++);
        return array(counts);
    }

    static Json.Arr array(long[] counts) {
        return new Json.Arr(Arrays.stream(counts).mapToObj(Json::of).toList());
    }
}
