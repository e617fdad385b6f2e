package org.callboard.api.ui;

import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A tab on entity pages that draws itself: a custom element out of the plugin's JavaScript module, as for an
 * {@link ElementCard}. The element's {@code ctx} has the entity's reference as {@code entityRef}.
 */
@ConsumerType
@ExtensionPoint("entity.tab.element")
public interface ElementTab extends Extension {

    /** {@return on the pages of which entities it is, and in which order; asked for each page. Tabs have no size} */
    default CardPlace place() {
        return CardPlace.EVERYWHERE;
    }

    /** {@return the element's name in the module's {@code elements}} */
    String element();
}
