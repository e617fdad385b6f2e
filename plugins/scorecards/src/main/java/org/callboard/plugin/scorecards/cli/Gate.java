package org.callboard.plugin.scorecards.cli;

import java.util.ArrayList;
import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.cli.CliAnswer;
import org.callboard.api.cli.CliCommand;
import org.callboard.api.cli.CliRequest;
import org.callboard.api.model.Entity;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.ui.Input;
import org.callboard.api.ui.Values;
import org.callboard.plugin.scorecards.score.Score;
import org.callboard.plugin.scorecards.score.Scoring;
import org.callboard.plugin.scorecards.standard.Check;
import org.callboard.plugin.scorecards.standard.Track;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ends with 1 where an entity has not reached a level, and says what is missing: for pipelines. */
@Component
public final class Gate implements CliCommand {

    private final Catalog catalog;
    private final Scoring scoring;

    /** Makes the command. */
    @Activate
    public Gate(@Reference Catalog catalog, @Reference Scoring scoring) {
        this.catalog = catalog;
        this.scoring = scoring;
    }

    @Override
    public String title() {
        return "Ends with 1 where an entity has not reached a level";
    }

    @Override
    public List<Input> parameters() {
        return List.of(
                Input.text("entity", "An entity").required().help("component:default/ledger"),
                Input.text("standard", "A standard").help("All that apply, unless given."),
                Input.text("track", "The id of a track").help("All, unless given."),
                Input.text("level", "The id of a level").help("The highest, unless given."));
    }

    @Override
    public CliAnswer run(CliRequest request) {
        Entity entity = Scored.find(catalog, request);
        List<String> lines = new ArrayList<>();
        int asked = 0;
        for (Score score :
                Scored.by(scoring.of(request.caller(), entity), request.values().text("standard"))) {
            for (int i = 0; i < score.standard().tracks().size(); i++) {
                Track track = score.standard().tracks().get(i);
                int level = wanted(track, request.values());
                if (level > 0) {
                    asked++;
                    missing(score, track, score.row().rank(i), level, lines);
                }
            }
        }
        if (asked == 0) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND,
                    "No standard that applies to " + entity.ref() + " has what was asked for.",
                    "callboard scorecards show " + entity.ref() + " lists what there is.");
        }
        return lines.isEmpty()
                ? CliAnswer.text(entity.ref() + " has reached what was asked for.")
                : CliAnswer.text(String.join("\n", lines)).exitCode(1);
    }

    /** How many levels have to be reached; 0 where the track is not asked for. */
    private static int wanted(Track track, Values values) {
        String name = values.text("track");
        String level = values.text("level");
        if (!name.isEmpty() && !name.equals(track.id())) {
            return 0;
        }
        return level.isEmpty()
                ? track.levels().size()
                : 1 + track.levels().stream().map(Track.Level::id).toList().indexOf(level);
    }

    private static void missing(Score score, Track track, int rank, int wanted, List<String> lines) {
        for (int i = rank; i < wanted; i++) {
            Track.Level level = track.levels().get(i);
            lines.add(score.row().ref() + " has not reached " + level.title() + " of " + track.title() + ":");
            for (Check check : Score.missing(score.standard(), score.row(), level)) {
                int place = score.standard().checks().indexOf(check);
                lines.add("  " + check.title() + ": " + score.row().state(place).word() + ". " + score.message(place));
                if (!check.fix().isEmpty()) {
                    lines.add("    " + check.fix());
                }
            }
        }
    }
}
