package org.callboard.plugin.scorecards.cli;

import java.util.ArrayList;
import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.cli.CliAnswer;
import org.callboard.api.cli.CliCommand;
import org.callboard.api.cli.CliRequest;
import org.callboard.api.model.Entity;
import org.callboard.api.ui.Input;
import org.callboard.plugin.scorecards.score.Score;
import org.callboard.plugin.scorecards.score.Scoring;
import org.callboard.plugin.scorecards.standard.Check;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The checks of an entity. */
@Component
public final class Show implements CliCommand {

    private final Catalog catalog;
    private final Scoring scoring;

    /** Makes the command. */
    @Activate
    public Show(@Reference Catalog catalog, @Reference Scoring scoring) {
        this.catalog = catalog;
        this.scoring = scoring;
    }

    @Override
    public String title() {
        return "How the checks of an entity went";
    }

    @Override
    public List<Input> parameters() {
        return List.of(
                Input.text("entity", "An entity").required().help("component:default/ledger"),
                Input.text("standard", "A standard").help("All that apply, unless given."));
    }

    @Override
    public CliAnswer run(CliRequest request) {
        Entity entity = Scored.find(catalog, request);
        List<List<String>> rows = new ArrayList<>();
        for (Score score :
                Scored.by(scoring.of(request.caller(), entity), request.values().text("standard"))) {
            for (int i = 0; i < score.standard().checks().size(); i++) {
                Check check = score.standard().checks().get(i);
                rows.add(List.of(
                        score.standard().ref().name(),
                        check.id(),
                        score.row().state(i).word(),
                        score.message(i)));
            }
        }
        return CliAnswer.table(List.of("STANDARD", "CHECK", "STATE", "WHY"), rows);
    }
}
