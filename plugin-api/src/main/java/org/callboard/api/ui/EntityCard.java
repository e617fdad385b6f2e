package org.callboard.api.ui;

import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.callboard.api.model.Entity;
import org.osgi.annotation.versioning.ConsumerType;

/** A card on entity pages, made in Java and drawn by the page. */
@ConsumerType
@ExtensionPoint("entity.card")
public interface EntityCard extends Extension {

    /** {@return where it stands; asked for each page} */
    default CardPlace place() {
        return CardPlace.EVERYWHERE;
    }

    /**
     * {@return what it shows for an entity, at once: called whenever a page with the card is opened or changes, or a button
     * on it is pressed}
     */
    View show(Entity entity, ViewRequest request);
}
