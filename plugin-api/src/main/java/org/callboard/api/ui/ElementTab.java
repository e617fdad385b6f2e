package org.callboard.api.ui;

import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.callboard.api.model.Entity;
import org.callboard.api.security.Caller;
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

    /**
     * {@return whether one of the pages that its place holds has it} Asked for each page, which waits for the answer: by what
     * is known already.
     *
     * @param caller who opens the page
     */
    default boolean isOn(Entity entity, Caller caller) {
        return true;
    }

    /** {@return the element's name in the module's {@code elements}} */
    String element();
}
