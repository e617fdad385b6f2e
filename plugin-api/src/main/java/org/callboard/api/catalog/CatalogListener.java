package org.callboard.api.catalog;

import java.util.List;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/** Hears of changed entities, after they can be read: of all of them, whoever may read which. */
@ConsumerType
@ExtensionPoint("catalog.listener")
public interface CatalogListener extends Extension {

    /**
     * Called on one thread of the portal's at a time, with up to 1 000 events in rising order, and no sooner than 100 ms
     * after the last call ended. What came while this plugin was not active is not told again; where more than 10 000 events
     * wait for a listener, it misses the oldest of them, which the plugin's figures count. A failure is counted against the
     * plugin and the events are not repeated.
     */
    void changed(List<CatalogEvent> events);
}
