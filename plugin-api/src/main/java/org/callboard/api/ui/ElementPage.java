package org.callboard.api.ui;

import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/** A page that draws itself: a custom element out of the plugin's JavaScript module, as for an {@link ElementCard}. */
@ConsumerType
@ExtensionPoint("page.element")
public interface ElementPage extends Extension {

    /** {@return where it is; asked once for each revision} */
    default PagePlace place() {
        return PagePlace.FRONT;
    }

    /** {@return the element's name in the module's {@code elements}} */
    String element();
}
