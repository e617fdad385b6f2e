package org.callboard.core.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.callboard.core.lifecycle.PluginStore.Desired;
import org.osgi.framework.Version;

/** Starts, with the portal, what ships with it and what was installed into it. */
final class StartUp {

    private final PluginStore store;
    private final PluginInstaller installer;
    private final BiConsumer<String, RefusedException> failures;

    StartUp(PluginStore store, PluginInstaller installer, BiConsumer<String, RefusedException> failures) {
        this.store = store;
        this.installer = installer;
        this.failures = failures;
    }

    void run(Path folder) {
        Map<String, PluginArchive> shipped = shipped(folder);
        for (Desired desired : store.desired()) {
            PluginArchive newer = shipped.get(desired.id());
            if (newer == null || keepsInstalled(desired, newer)) {
                shipped.remove(desired.id());
                startStored(desired, newer);
            }
        }
        shipped.values().forEach(this::install);
    }

    /** An installed revision stays unless the portal ships with a later one, or with other bytes of the same version. */
    private boolean keepsInstalled(Desired desired, PluginArchive newer) {
        if (desired.digest().equals(newer.digest())) {
            return true;
        }
        try {
            Version installed = PluginArchive.read(store.file(desired.digest())).version();
            return installed.compareTo(newer.version()) > 0;
        } catch (IOException | RefusedException unusable) {
            return false;
        }
    }

    private void startStored(Desired desired, @org.jspecify.annotations.Nullable PluginArchive fallback) {
        try {
            installer.startStored(desired);
        } catch (RefusedException refused) {
            failures.accept(desired.id(), refused);
            if (fallback != null && !fallback.digest().equals(desired.digest())) {
                install(fallback);
            }
        }
    }

    private void install(PluginArchive archive) {
        try {
            installer.installShipped(archive.file());
        } catch (RefusedException refused) {
            failures.accept(archive.id(), refused);
        }
    }

    private static Map<String, PluginArchive> shipped(Path folder) {
        Map<String, PluginArchive> archives = new TreeMap<>();
        for (Path file : jars(folder)) {
            PluginArchive archive = PluginArchive.read(file);
            archives.put(archive.id(), archive);
        }
        return archives;
    }

    /** {@return the jars of a folder, by name; none where there is no such folder} */
    static List<Path> jars(Path folder) {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.jar")) {
                entries.forEach(files::add);
            } catch (IOException failure) {
                throw new UncheckedIOException("The folder " + folder + " can't be read.", failure);
            }
        }
        files.sort(null);
        return files;
    }
}
