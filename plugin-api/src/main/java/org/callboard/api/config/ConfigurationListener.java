package org.callboard.api.config;

import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/** Hears of changes of the plugin's configuration, for plugins that keep something which was made of it. */
@ConsumerType
@ExtensionPoint("config.listener")
public interface ConfigurationListener extends Extension {

    /** Called after the configuration has become another one; {@link Configuration#current} answers with that. */
    void changed();
}
