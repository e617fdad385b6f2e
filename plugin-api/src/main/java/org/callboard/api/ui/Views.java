package org.callboard.api.ui;

import org.callboard.api.model.EntityRef;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tells open pages that something of this plugin has something else to show: they ask for it again. A service of the portal,
 * each plugin's its own; thread-safe and quick. Much that is told at once is told to the pages once.
 */
@ProviderType
public interface Views {

    /** Tells of all the plugin's cards, tabs and pages. */
    void changed();

    /** Tells of what an extension shows. */
    void changed(String extension);

    /** Tells of what an extension shows for one entity. */
    void changed(String extension, EntityRef entity);
}
