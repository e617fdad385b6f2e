package org.callboard.plugin.scorecards.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.plugin.scorecards.rule.State;
import org.callboard.plugin.scorecards.score.Row;
import org.callboard.plugin.scorecards.standard.Standard;
import org.callboard.plugin.scorecards.standard.Track;
import org.jspecify.annotations.Nullable;

/**
 * What would become of entities by a standard.
 *
 * @param standard null where it can't be used
 * @param before the standard in force, where there is one
 */
record DryRun(@Nullable Standard standard, Optional<ReadableScores.Current> before, List<Row> rows) {

    static final DryRun NONE = new DryRun(null, Optional.empty(), List.of());
    private static final int MOST_CHANGES = 200;

    Json.Obj into(Json.Builder answer) {
        List<Json> checks = new ArrayList<>();
        List<Json> tracks = new ArrayList<>();
        List<Json> changes = new ArrayList<>();
        if (standard != null) {
            for (int i = 0; i < standard.checks().size(); i++) {
                checks.add(check(standard, i));
            }
            for (int i = 0; i < standard.tracks().size(); i++) {
                tracks.add(track(standard, i, changes));
            }
        }
        return answer.put("entities", rows.size())
                .put("checks", new Json.Arr(checks))
                .put("tracks", new Json.Arr(tracks))
                .put("changes", new Json.Arr(changes.subList(0, Math.min(changes.size(), MOST_CHANGES))))
                .put("total", changes.size())
                .build();
    }

    private Json check(Standard all, int place) {
        Json.Builder json = Json.object()
                .put("id", all.checks().get(place).id())
                .put("title", all.checks().get(place).title());
        for (State state : State.values()) {
            json.put(
                    state.word(),
                    rows.stream().filter(row -> row.state(place) == state).count());
        }
        return json.build();
    }

    private Json track(Standard all, int place, List<Json> changes) {
        Track track = all.tracks().get(place);
        Json.Builder json =
                Json.object().put("id", track.id()).put("title", track.title()).put("levels", Asked.levels(track));
        int former =
                before.map(current -> place(current.standard(), track.id())).orElse(-1);
        if (former >= 0 && before.isPresent()) {
            json.put(
                    "before",
                    Levels.counts(
                            before.get().standard().tracks().get(former),
                            former,
                            before.get().rows()));
            compare(track, place, former, before.get(), changes);
        } else {
            json.put("before", Json.Null.NULL);
        }
        return json.put("after", Levels.counts(track, place, rows)).build();
    }

    private static int place(Standard standard, String track) {
        List<String> ids = standard.tracks().stream().map(Track::id).toList();
        return ids.indexOf(track);
    }

    private void compare(Track track, int place, int former, ReadableScores.Current current, List<Json> changes) {
        Map<EntityRef, Row> was = new HashMap<>();
        current.rows().forEach(row -> was.put(row.ref(), row));
        Track old = current.standard().tracks().get(former);
        for (Row row : rows.stream().sorted(Comparator.comparing(Row::title)).toList()) {
            Row earlier = was.get(row.ref());
            String from = earlier == null ? "" : Levels.id(old, earlier.rank(former));
            String to = Levels.id(track, row.rank(place));
            if (!from.equals(to)) {
                changes.add(Json.object()
                        .put("entity", row.ref().toString())
                        .put("title", row.title())
                        .put("track", track.id())
                        .put("from", Asked.orNull(from))
                        .put("to", Asked.orNull(to))
                        .build());
            }
        }
    }
}
