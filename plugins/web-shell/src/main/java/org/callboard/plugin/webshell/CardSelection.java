package org.callboard.plugin.webshell;

import org.callboard.api.extension.ExtensionHandle;
import org.jspecify.annotations.Nullable;

/**
 * Which cards are asked for.
 *
 * @param plugin those of this plugin only, or null
 * @param id those of this id only, or null
 */
record CardSelection(@Nullable String plugin, @Nullable String id) {

    static final CardSelection ALL = new CardSelection(null, null);

    static CardSelection of(String plugin) {
        return new CardSelection(plugin, null);
    }

    static CardSelection of(String plugin, String id) {
        return new CardSelection(plugin, id);
    }

    boolean holds(ExtensionHandle<?> handle) {
        return (plugin == null || plugin.equals(handle.plugin())) && (id == null || id.equals(handle.id()));
    }

    @Override
    public String toString() {
        return "'" + id + "' of plugin '" + plugin + "'";
    }
}
