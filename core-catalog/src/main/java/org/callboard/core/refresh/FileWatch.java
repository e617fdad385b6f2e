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
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final WatchEvent.Kind<?>[] ALL = {ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY};

    private final @Nullable WatchService service;
    private final Runnable stirred;
    private final Map<Path, Watched> folders = new HashMap<>();
    /** Several paths may lead to one folder, which the system watches once, by the first of them. */
    private volatile Map<WatchKey, List<Path>> paths = Map.of();

    private volatile Set<Path> inside = Set.of();
    private volatile Set<Path> known = Set.of();

    /** A folder that is moved goes on being watched where it is then, and another may be in its place. */
    private record Watched(WatchKey key, @Nullable Object identity, boolean isInside) {
        boolean isAt(Path folder, boolean nowInside) {
            return key.isValid() && nowInside == isInside && Objects.equals(identity, FileWatch.identity(folder));
        }
    }

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
     * @param wanted the folders to watch, and whether they are there; in them descriptors and folders count also when they are new
     * @return whether any is watched, or counts, only now, so that what happened to it until now was not heard of
     */
    boolean cover(Set<Path> files, Set<Path> wanted) {
        Set<Path> all = new HashSet<>(files);
        all.addAll(wanted);
        boolean isMore = !known.containsAll(all);
        known = Set.copyOf(all);
        inside = Set.copyOf(wanted);
        if (service == null) {
            return false;
        }
        Set<Path> parents = parents(wanted);
        dropAllBut(parents);
        int before = folders.size();
        watch(service, wanted, Set.of(), ALL);
        Set<WatchKey> whole = new HashSet<>();
        folders.values().stream().filter(Watched::isInside).map(Watched::key).forEach(whole::add);
        watch(service, parents, whole, ENTRY_CREATE, ENTRY_DELETE);
        paths = folders.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue().key(), Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        return isMore || folders.size() > before;
    }

    /** Ends the watch on what is neither one of the wanted folders nor around one; a path that shared it begins anew. */
    private void dropAllBut(Set<Path> parents) {
        folders.forEach((folder, watched) -> {
            boolean isInside = inside.contains(folder);
            if (!(isInside || parents.contains(folder)) || !watched.isAt(folder, isInside)) {
                watched.key().cancel();
            }
        });
        folders.values().removeIf(watched -> !watched.key().isValid());
    }

    /** {@return the folders in which those come and go} */
    private static Set<Path> parents(Set<Path> wanted) {
        return wanted.stream()
                .map(Path::getParent)
                .filter(parent -> parent != null && !wanted.contains(parent))
                .collect(Collectors.toSet());
    }

    /** {@return what tells a folder from another that is put in its place; null where nothing does, or there is none} */
    private static @Nullable Object identity(Path folder) {
        try {
            return Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
        } catch (IOException none) {
            return null;
        }
    }

    /** What is heard of a folder is what it was registered for last; where a key was there before, that is all. */
    private void watch(WatchService open, Set<Path> wanted, Set<WatchKey> whole, WatchEvent.Kind<?>... kinds) {
        try {
            for (Path folder : wanted) {
                if (!folders.containsKey(folder) && folders.size() < MOST_FOLDERS && Files.isDirectory(folder)) {
                    Object identity = identity(folder);
                    WatchKey key = folder.register(open, kinds);
                    if (whole.contains(key)) {
                        folder.register(open, ALL);
                    }
                    folders.put(folder, new Watched(key, identity, inside.contains(folder)));
                }
            }
        } catch (IOException full) {
            LOG.info("No more than {} folders can be watched; the others are looked through", folders.size());
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
        List<Path> leadThere = paths.getOrDefault(key, List.of((Path) key.watchable()));
        return key.pollEvents().stream()
                .anyMatch(event -> leadThere.stream().anyMatch(folder -> counts(folder, event)));
    }

    private boolean counts(Path folder, WatchEvent<?> event) {
        if (event.kind() == OVERFLOW || !(event.context() instanceof Path name)) {
            return inside.contains(folder);
        }
        Path path = folder.resolve(name);
        return known.contains(path)
                || (event.kind() != ENTRY_MODIFY
                        && inside.contains(folder)
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
