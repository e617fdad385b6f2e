package org.callboard.api.ui;

import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.callboard.api.model.Entity;
import org.osgi.annotation.versioning.ConsumerType;

/** A tab on entity pages, made in Java and drawn by the page. */
@ConsumerType
@ExtensionPoint("entity.tab")
public interface EntityTab extends Extension {

    /** {@return on the pages of which entities it is, and in which order; asked for each page. Tabs have no size} */
    default CardPlace place() {
        return CardPlace.EVERYWHERE;
    }

    /** {@return what it shows for an entity, at once: called whenever the tab is opened, changes, or a button is pressed} */
    View show(Entity entity, ViewRequest request);
}
