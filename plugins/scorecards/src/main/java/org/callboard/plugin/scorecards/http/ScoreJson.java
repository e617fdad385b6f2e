package org.callboard.plugin.scorecards.http;

import java.util.ArrayList;
import java.util.List;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.security.Caller;
import org.callboard.api.source.SourceFiles;
import org.callboard.plugin.scorecards.fact.Answer;
import org.callboard.plugin.scorecards.fact.Lines;
import org.callboard.plugin.scorecards.score.Evidence;
import org.callboard.plugin.scorecards.score.Score;
import org.callboard.plugin.scorecards.standard.Check;
import org.callboard.plugin.scorecards.standard.Exemption;
import org.callboard.plugin.scorecards.standard.Track;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Scores as JSON. */
@Component(service = ScoreJson.class)
public final class ScoreJson {

    private final SourceFiles files;

    /** Looks up lines in these files. */
    @Activate
    public ScoreJson(@Reference SourceFiles files) {
        this.files = files;
    }

    Json scores(Caller caller, Entity entity, List<Score> scores) {
        Lines lines = new Lines(caller, entity, files);
        return Asked.array(
                scores,
                score -> Json.object()
                        .put("ref", score.standard().ref().toString())
                        .put("title", score.standard().title())
                        .put("tracks", tracks(score))
                        .put("checks", checks(score, lines))
                        .build());
    }

    private static Json tracks(Score score) {
        List<Json> tracks = new ArrayList<>();
        for (int i = 0; i < score.standard().tracks().size(); i++) {
            tracks.add(
                    track(score, score.standard().tracks().get(i), score.row().rank(i)));
        }
        return new Json.Arr(tracks);
    }

    private static Json track(Score score, Track track, int rank) {
        Json.Builder json = Json.object().put("id", track.id()).put("title", track.title());
        if (rank == 0) {
            json.put("level", Json.Null.NULL);
        } else {
            Track.Level level = track.levels().get(rank - 1);
            json.put(
                    "level",
                    Json.object()
                            .put("id", level.id())
                            .put("title", level.title())
                            .put("rank", rank)
                            .build());
        }
        List<Json> levels = new ArrayList<>();
        for (int i = 0; i < track.levels().size(); i++) {
            levels.add(level(score, track.levels().get(i), i < rank));
        }
        json.put("levels", new Json.Arr(levels));
        return json.put(
                        "next",
                        Score.next(track, rank).map(level -> next(score, level)).orElse(Json.Null.NULL))
                .build();
    }

    private static Json level(Score score, Track.Level level, boolean isReached) {
        long passed = level.checks().stream()
                .filter(place -> score.row().state(place).isDone())
                .count();
        return Json.object()
                .put("id", level.id())
                .put("title", level.title())
                .put("reached", isReached ? Json.Bool.TRUE : Json.Bool.FALSE)
                .put("passed", passed)
                .put("of", level.checks().size())
                .build();
    }

    private static Json next(Score score, Track.Level level) {
        return Json.object()
                .put("level", level.id())
                .put(
                        "checks",
                        Asked.array(Score.missing(score.standard(), score.row(), level), check -> Json.of(check.id())))
                .build();
    }

    private static Json checks(Score score, Lines lines) {
        List<Json> checks = new ArrayList<>();
        for (int i = 0; i < score.standard().checks().size(); i++) {
            Check check = score.standard().checks().get(i);
            checks.add(Json.object()
                    .put("id", check.id())
                    .put("title", check.title())
                    .put("description", check.description())
                    .put("state", score.row().state(i).word())
                    .put("severity", check.severity().word())
                    .put("effort", check.effort().word())
                    .put("owner", check.owner())
                    .put("message", score.message(i))
                    .put("fix", check.fix())
                    .put("link", Asked.orNull(check.link()))
                    .put("evidence", Asked.array(score.evidence(check), found -> evidence(found, lines)))
                    .put(
                            "exemption",
                            score.exemption(check).map(ScoreJson::exemption).orElse(Json.Null.NULL))
                    .build());
        }
        return new Json.Arr(checks);
    }

    private static Json evidence(Evidence found, Lines lines) {
        Lines.Line line = lines.of(found.leaf(), found.spot(), found.answer());
        Json value = found.value();
        return Json.object()
                .put("fact", found.leaf().fact())
                .put("path", found.leaf().path().toString())
                .put("value", value == null ? Json.Null.NULL : value)
                .put("file", Asked.orNull(line.file()))
                .put("line", line.number() == 0 ? Json.Null.NULL : Json.of(line.number()))
                .put("source", found.answer() instanceof Answer.Known known ? Json.of(known.source()) : Json.Null.NULL)
                .put("time", Asked.text(found.time()))
                .build();
    }

    private static Json exemption(Exemption exemption) {
        return Json.object()
                .put("reason", exemption.reason())
                .put("approver", exemption.approver())
                .put("until", exemption.until().toString())
                .build();
    }
}
