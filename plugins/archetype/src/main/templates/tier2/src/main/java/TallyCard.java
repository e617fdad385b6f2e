package ${package};

import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.ElementCard;
import org.osgi.service.component.annotations.Component;

/** A card that ui/main.js draws. */
@Component
public final class TallyCard implements ElementCard {

    @Override
    public String title() {
        return "Tally";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.kinds("Component").types("service");
    }

    @Override
    public String element() {
        return "tally";
    }
}
