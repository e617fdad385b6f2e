package org.callboard.core.refresh;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.callboard.core.read.LocationFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from the operating system that files of the locations change. It only makes a pass come sooner: where there is
 * nothing to hear from, or too many folders, the regular pass finds the change.
 */
final class FileWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
    private static final int MOST_FOLDERS = 50_000;

    private final @Nullable WatchService service;
    private final Runnable stirred;
    private final Map<Path, WatchKey> folders = new HashMap<>();
    private volatile Set<Path> known = Set.of();

    FileWatch(Runnable stirred) {
        this.stirred = stirred;
        this.service = open();
        if (service != null) {
            Thread thread = new Thread(this::listen, "file-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static @Nullable WatchService open() {
        try {
            return FileSystems.getDefault().newWatchService();
        } catch (IOException | UnsupportedOperationException unavailable) {
            LOG.warn("Changes of files can't be heard of ({}); they are looked for", unavailable.getMessage());
            return null;
        }
    }

    /**
     * Watches these and nothing else.
     *
     * @param files files whose every change counts
     * @param wanted the folders to watch; in them descriptors and folders count also when they are new
     * @return whether any is watched only now, so that what happened in it until now was not heard of
     */
    boolean cover(Set<Path> files, Set<Path> wanted) {
        known = Set.copyOf(files);
        if (service == null) {
            return false;
        }
        folders.entrySet().removeIf(entry -> {
            boolean gone = !entry.getValue().isValid() || !wanted.contains(entry.getKey());
            if (gone) {
                entry.getValue().cancel();
            }
            return gone;
        });
        int before = folders.size();
        for (Path folder : wanted) {
            if (!folders.containsKey(folder) && !watch(service, folder)) {
                break;
            }
        }
        return folders.size() > before;
    }

    /** {@return whether there is room for more} */
    private boolean watch(WatchService open, Path folder) {
        if (folders.size() >= MOST_FOLDERS) {
            return false;
        }
        try {
            if (Files.isDirectory(folder)) {
                folders.put(folder, folder.register(open, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY));
            }
            return true;
        } catch (IOException full) {
            LOG.info("No more than {} folders can be watched; the others are looked through", folders.size());
            return false;
        }
    }

    private void listen() {
        WatchService open = service;
        try {
            while (open != null) {
                WatchKey key = open.take();
                boolean counts = counts(key);
                if (!key.reset() || counts) {
                    stirred.run();
                }
            }
        } catch (ClosedWatchServiceException | InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean counts(WatchKey key) {
        Path folder = (Path) key.watchable();
        return key.pollEvents().stream().anyMatch(event -> counts(folder, event));
    }

    private boolean counts(Path folder, WatchEvent<?> event) {
        if (event.kind() == OVERFLOW || !(event.context() instanceof Path name)) {
            return true;
        }
        Path path = folder.resolve(name);
        return known.contains(path)
                || (event.kind() != ENTRY_MODIFY
                        && (LocationFiles.isDescriptor(name.toString())
                                || isFolderOrGone(path)
                                || Files.isSymbolicLink(path)));
    }

    private static boolean isFolderOrGone(Path path) {
        boolean looksLikeFolder = String.valueOf(path.getFileName()).indexOf('.') < 0;
        return Files.isDirectory(path) || (looksLikeFolder && !Files.exists(path));
    }

    @Override
    public void close() {
        try {
            if (service != null) {
                service.close();
            }
        } catch (IOException failure) {
            LOG.debug("The watch did not close cleanly", failure);
        }
    }
}
