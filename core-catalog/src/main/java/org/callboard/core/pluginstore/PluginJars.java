package org.callboard.core.pluginstore;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.callboard.api.problem.PortalException;

/** The jars of the installed plugins. */
public final class PluginJars {

    private final PluginStore store;

    public PluginJars(PluginStore store) {
        this.store = store;
    }

    /**
     * {@return the file of the jar that serves, or would}
     *
     * @param allowed looks at the plugin before its jar is made
     * @throws PortalException NOT_FOUND where no such plugin is installed
     */
    public Path find(String id, Consumer<PluginRecord.Kept> allowed) {
        PluginRecord plugin = store.installed(id);
        allowed.accept(plugin.current());
        try {
            return store.file(plugin.digest());
        } catch (IOException failure) {
            throw new UncheckedIOException("The jar of '" + id + "' can't be made.", failure);
        }
    }
}
