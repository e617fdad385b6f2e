package org.callboard.core.wiring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which plugins were refused because they need another's API. Two of them that need each other would be told in turn to wait for
 * the other one.
 */
final class WaitingPlugins {

    private static final int MOST = 100;

    private final Map<String, String> needs = new LinkedHashMap<>();

    /** Remembers what a plugin needs of another. */
    synchronized void add(String plugin, String name) {
        needs.put(plugin, name);
        if (needs.size() > MOST) {
            needs.remove(needs.keySet().iterator().next());
        }
    }

    synchronized void forget(String plugin) {
        needs.remove(plugin);
    }

    /** {@return what the plugin that would offer this package needs, where that leads back to the asking one; or null} */
    synchronized Map.@Nullable Entry<String, String> counterpart(String asking, String name) {
        for (Map.Entry<String, String> waiting : needs.entrySet()) {
            if (PluginPackages.isOf(waiting.getKey(), name) && PluginPackages.isOf(asking, waiting.getValue())) {
                return Map.entry(waiting.getKey(), waiting.getValue());
            }
        }
        return null;
    }
}
