package org.callboard.api.ui;

import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A card on entity pages that draws itself: a custom element out of the plugin's JavaScript module, the file
 * {@code ui/main.js} of its jar. The module's default export is a function that is given the page's {@code portal} object
 * and returns {@code {apiVersion: 1, elements: {name: class}}}. In place of a class, a function without parameters may stand
 * that returns a promise of it: it is called when the element is first shown, so that a page loads the code of what it shows.
 */
@ConsumerType
@ExtensionPoint("entity.card.element")
public interface ElementCard extends Extension {

    /** {@return where it stands; asked for each page} */
    default CardPlace place() {
        return CardPlace.EVERYWHERE;
    }

    /** {@return the element's name in the module's {@code elements}} */
    String element();
}
