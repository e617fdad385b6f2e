package org.callboard.core.supervision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.core.pluginstore.PluginRecord;
import org.callboard.core.pluginstore.PluginStore;
import org.callboard.core.revision.RouteClaims;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers which plugin was last seen to allocate much, in a file: after the heap is exhausted there is nobody left to ask.
 * The next start finds the mark that the end of the process left, and keeps that plugin from starting.
 */
public final class HeapSuspect {

    private static final Logger LOG = LoggerFactory.getLogger(HeapSuspect.class);
    private static final String FILE = "last-allocating";
    private static final int LONGEST = 200;

    private final Path file;
    private final @Nullable Path mark;
    private volatile @Nullable String last;

    /**
     * Remembers in the storage folder.
     *
     * @param mark the path of the file that is there when the process before ended for want of heap; null where nobody
     *     makes one
     */
    public HeapSuspect(Path storage, @Nullable String mark) {
        this.file = storage.resolve(FILE);
        this.mark = mark == null ? null : Path.of(mark);
    }

    /** A call of this plugin's allocates much, or just did. Cheap where it is the same plugin as the last time. */
    public void saw(String plugin) {
        if (plugin.equals(last)) {
            return;
        }
        last = plugin;
        try {
            Files.writeString(file, plugin);
        } catch (IOException failure) {
            LOG.warn("It can't be written down that plugin '{}' allocates much", plugin, failure);
        }
    }

    /** Puts the plugin in quarantine that the process before ended by, if it did; a mandatory one stays. */
    public void keepOff(PluginStore store) {
        blamed().filter(id -> !RouteClaims.MANDATORY.contains(id)).ifPresent(id -> {
            LOG.error("Plugin '{}' was the last to allocate much and stays off", id);
            store.wish(id, PluginRecord.Wish.QUARANTINED, diagnosis(id));
        });
        settled();
    }

    /** {@return the plugin to keep from starting}, which has to be written down before {@link #settled} */
    Optional<String> blamed() {
        try {
            if (mark == null || !Files.exists(mark)) {
                return Optional.empty();
            }
            LOG.error("The process before ended because its heap was exhausted.");
            return Files.exists(file) && Files.size(file) <= LONGEST
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException failure) {
            LOG.warn("It can't be read which plugin exhausted the heap", failure);
            return Optional.empty();
        }
    }

    /** The start took notice of how the process before ended. */
    void settled() {
        try {
            if (mark != null) {
                Files.deleteIfExists(mark);
            }
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.warn("{} could not be deleted", mark, failure);
        }
    }

    private static Diagnosis diagnosis(String plugin) {
        return new Diagnosis(
                "Plugin '" + plugin + "' is switched off: the portal ran out of memory.",
                "It was the last plugin that was seen to allocate much.",
                "Install a mended version, give the portal more memory in conf/jvm.options, or enable it to try once more.");
    }
}
