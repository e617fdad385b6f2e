package org.callboard.plugin.exampleui;

import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.ElementCard;
import org.osgi.service.component.annotations.Component;

/** A card with the relations of a service as a ring. */
@Component
public final class RelationsRing implements ElementCard {

    @Override
    public String title() {
        return "Relations by type";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.kinds("Component").types("service").size(CardPlace.Size.SMALL);
    }

    @Override
    public String element() {
        return "relations-ring";
    }
}
