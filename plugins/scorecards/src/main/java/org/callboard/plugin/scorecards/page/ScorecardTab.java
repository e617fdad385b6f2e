package org.callboard.plugin.scorecards.page;

import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.ElementTab;
import org.callboard.plugin.scorecards.score.Scores;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Everything there is to know of an entity's scores, on its page. */
@Component
public final class ScorecardTab implements ElementTab {

    private final Scores scores;

    /** Stands where these may be. */
    @Activate
    public ScorecardTab(@Reference Scores scores) {
        this.scores = scores;
    }

    @Override
    public String id() {
        return "scorecard";
    }

    @Override
    public String title() {
        return "Scorecard";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.kinds(scores.kinds().toArray(String[]::new)).order(30);
    }

    @Override
    public String element() {
        return "scorecard-tab";
    }
}
