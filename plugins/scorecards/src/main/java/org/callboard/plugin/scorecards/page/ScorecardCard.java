package org.callboard.plugin.scorecards.page;

import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.ElementCard;
import org.osgi.service.component.annotations.Component;

/** The levels that an entity has reached, and what it takes to reach the next. */
@Component
public final class ScorecardCard implements ElementCard {

    @Override
    public String title() {
        return "Scorecard";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE
                .kinds("Component", "API", "Resource", "System", "Domain")
                .order(40);
    }

    @Override
    public String element() {
        return "scorecard-card";
    }
}
