package org.callboard.api.config;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What the operator has set for the plugin, to be had with {@code @Reference}. There is always a whole and valid one: a plugin
 * whose settings are missing or wrong is not started, and a change that is wrong does not take effect. Thread-safe.
 */
@ProviderType
public interface Configuration {

    /**
     * {@return the configuration at this moment} Costs nothing, so ask whenever it is needed rather than keep it: the operator
     * may change it at any time. What is asked once holds together.
     *
     * @param type the plugin's record with {@link PluginConfiguration}
     * @throws IllegalArgumentException where it is another class
     */
    <T extends Record> T current(Class<T> type);
}
