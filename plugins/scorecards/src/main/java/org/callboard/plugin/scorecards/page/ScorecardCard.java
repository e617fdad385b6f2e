package org.callboard.plugin.scorecards.page;

import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.ElementCard;
import org.callboard.plugin.scorecards.score.Scores;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The levels that an entity has reached, and what it takes to reach the next. */
@Component
public final class ScorecardCard implements ElementCard {

    private final Scores scores;

    /** Stands where these may be. */
    @Activate
    public ScorecardCard(@Reference Scores scores) {
        this.scores = scores;
    }

    @Override
    public String title() {
        return "Scorecard";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.kinds(scores.kinds().toArray(String[]::new)).order(40);
    }

    @Override
    public String element() {
        return "scorecard-card";
    }
}
