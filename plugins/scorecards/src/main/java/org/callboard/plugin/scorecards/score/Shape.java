package org.callboard.plugin.scorecards.score;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.callboard.plugin.scorecards.standard.Check;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.Track;

/**
 * What the letters and digits of rows stand for.
 *
 * @param checks their ids
 * @param tracks their ids and those of their levels, {@code production:bronze,silver}
 */
record Shape(List<String> checks, List<String> tracks) {

    /** Copies the lists. */
    Shape {
        checks = List.copyOf(checks);
        tracks = List.copyOf(tracks);
    }

    static Shape of(Standard standard) {
        return new Shape(
                standard.checks().stream().map(Check::id).toList(),
                standard.tracks().stream().map(Shape::track).toList());
    }

    private static String track(Track track) {
        return track.id() + ":" + track.levels().stream().map(Track.Level::id).collect(Collectors.joining(","));
    }

    static Shape read(String text) {
        List<List<String>> parts = Arrays.stream(text.split("\\|", -1))
                .map(part -> part.isEmpty() ? List.<String>of() : List.of(part.split(";")))
                .toList();
        return new Shape(parts.get(0), parts.get(1));
    }

    String text() {
        return String.join(";", checks) + "|" + String.join(";", tracks);
    }
}
