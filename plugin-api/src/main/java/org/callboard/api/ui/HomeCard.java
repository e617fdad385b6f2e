package org.callboard.api.ui;

import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/** A card on the home page, made in Java and drawn by the page. */
@ConsumerType
@ExtensionPoint("home.card")
public interface HomeCard extends Extension {

    /** {@return how large it is and in which order it stands; what entities have to be means nothing here} */
    default CardPlace place() {
        return CardPlace.EVERYWHERE;
    }

    /** {@return what it shows, at once: called whenever the page is opened, the card changes, or a button is pressed} */
    View show(ViewRequest request);
}
