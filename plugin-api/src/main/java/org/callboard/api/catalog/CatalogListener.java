package org.callboard.api.catalog;

import java.util.List;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/** Hears of changed entities, after they can be read. */
@ConsumerType
@ExtensionPoint("catalog.listener")
public interface CatalogListener extends Extension {

    /**
     * Called on one thread of the portal's at a time, with events in rising order; what came while this plugin was not
     * active is not told again. A failure is counted against the plugin and the events are not repeated.
     */
    void changed(List<CatalogEvent> events);
}
