package org.callboard.plugin.scorecards.page;

import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.ElementTab;
import org.osgi.service.component.annotations.Component;

/** Everything there is to know of an entity's scores, on its page. */
@Component
public final class ScorecardTab implements ElementTab {

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
        return CardPlace.EVERYWHERE
                .kinds("Component", "API", "Resource", "System", "Domain")
                .order(30);
    }

    @Override
    public String element() {
        return "scorecard-tab";
    }
}
