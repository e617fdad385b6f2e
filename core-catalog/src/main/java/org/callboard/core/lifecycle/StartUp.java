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
import java.util.concurrent.CompletableFuture;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.pluginstore.PluginStore;
import org.callboard.core.pluginstore.PluginStore.Desired;
import org.callboard.core.revision.CheckedJars;
import org.callboard.core.revision.RouteClaims;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts, with the portal, what ships with it and what was installed into it: first what the portal can't do without. */
final class StartUp {

    private static final Logger LOG = LoggerFactory.getLogger(StartUp.class);

    private final PluginStore store;
    private final CheckedJars code;
    private final PluginInstaller installer;
    private final StartQueue queue;
    private final StartListener listener;

    StartUp(Ground ground, PluginInstaller installer, StartQueue queue, StartListener listener) {
        this.store = ground.store();
        this.code = ground.starter().code();
        this.installer = installer;
        this.queue = queue;
        this.listener = listener;
    }

    /** A plugin that is to be started: as it is in the store, as it ships, or both. */
    private record Wish(
            Desired plugin, boolean isStored, @Nullable PluginArchive shipped) {}

    /**
     * Returns when every mandatory plugin was tried.
     *
     * @return done when every other one was tried too
     */
    CompletableFuture<Void> run(Path folder, StartOrder.Extent extent) {
        List<Wish> mandatory = new ArrayList<>();
        List<Wish> optional = new ArrayList<>();
        for (Wish wish : wishes(folder).values()) {
            (RouteClaims.MANDATORY.contains(wish.plugin().id()) ? mandatory : optional).add(wish);
        }
        all(mandatory).join();
        if (extent == StartOrder.Extent.MANDATORY) {
            optional.forEach(this::leaveOff);
            return CompletableFuture.completedFuture(null);
        }
        return all(optional);
    }

    private Map<String, Wish> wishes(Path folder) {
        Map<String, Wish> wishes = new TreeMap<>();
        shipped(folder).forEach((id, archive) -> {
            code.trust(archive);
            wishes.put(id, new Wish(new Desired(id, archive.digest()), false, archive));
        });
        for (Desired desired : store.desired()) {
            Wish shipped = wishes.get(desired.id());
            wishes.put(desired.id(), new Wish(desired, true, shipped == null ? null : shipped.shipped()));
        }
        return wishes;
    }

    private CompletableFuture<Void> all(List<Wish> wishes) {
        return CompletableFuture.allOf(wishes.stream()
                .map(wish -> queue.add(wish.plugin(), () -> start(wish)))
                .toArray(CompletableFuture<?>[]::new));
    }

    private void leaveOff(Wish wish) {
        listener.leftOff(
                wish.plugin(),
                new Diagnosis(
                        "Plugin '" + wish.plugin().id() + "' is off.",
                        "The portal was started with --safe, which leaves every optional plugin off.",
                        "Remove or replace what makes trouble, and start the portal without --safe."));
    }

    private void start(Wish wish) {
        PluginArchive shipped = wish.shipped();
        if (shipped == null) {
            Desired unused = installer.startStored(wish.plugin());
        } else if (!wish.isStored() || !keepsInstalled(wish.plugin(), shipped)) {
            installer.installShipped(shipped);
        } else {
            startStored(wish.plugin(), shipped);
        }
    }

    private void startStored(Desired desired, PluginArchive fallback) {
        try {
            Desired unused = installer.startStored(desired);
        } catch (RefusedException refused) {
            if (fallback.digest().equals(desired.digest())) {
                throw refused;
            }
            LOG.warn("Plugin '{}' {}; the one that ships with the portal is started", desired.id(), refused.logLine());
            installer.installShipped(fallback);
        }
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

    private static Map<String, PluginArchive> shipped(Path folder) {
        Map<String, PluginArchive> archives = new TreeMap<>();
        for (Path file : jars(folder)) {
            PluginArchive archive = PluginArchive.readShipped(file);
            archives.put(archive.id(), archive);
        }
        return archives;
    }

    private static List<Path> jars(Path folder) {
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
