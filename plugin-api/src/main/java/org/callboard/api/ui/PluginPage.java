package org.callboard.api.ui;

import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/** A page of the plugin's own, made in Java and drawn by the portal. Its title stands in the list of pages. */
@ConsumerType
@ExtensionPoint("page")
public interface PluginPage extends Extension {

    /** {@return where it is; asked once for each revision} */
    default PagePlace place() {
        return PagePlace.FRONT;
    }

    /**
     * {@return what it shows, at once: called whenever the page is opened, changes, or a button on it is pressed} A
     * {@code PortalException} NOT_FOUND is shown as a page that isn't there.
     */
    View show(ViewRequest request);
}
