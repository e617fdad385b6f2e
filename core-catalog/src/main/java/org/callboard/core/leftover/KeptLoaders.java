package org.callboard.core.leftover;

import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;

/**
 * Finds out which stopped revisions stay in memory. A class loader is only ever freed by a collection that unloads classes,
 * so a loader that nobody holds tells of each one when it is gone; what outlives several of them is held by somebody.
 */
public final class KeptLoaders implements AutoCloseable {

    /** One for what the last collection freed the way to, such as a client that ends when it is collected; one to spare. */
    private static final int SURVIVED = 3;

    private static final int MOST_WATCHED = 1_000;

    private final BiConsumer<String, String> kept;
    private final Deque<Watched> watched = new ArrayDeque<>();
    private final Cleaner cleaner = Cleaner.create(task -> {
        Thread thread = new Thread(task, "stopped-revisions");
        thread.setDaemon(true);
        return thread;
    });
    private long collections;
    private boolean isClosed;

    /**
     * Begins to watch.
     *
     * @param kept told, once, the plugin and version of a revision that stays in memory; must be quick
     */
    public KeptLoaders(BiConsumer<String, String> kept) {
        this.kept = kept;
        awaitCollection();
    }

    private record Watched(String plugin, String version, WeakReference<ClassLoader> loader, long since) {}

    /** Watches the loader of a revision that was stopped. */
    public synchronized void watch(String plugin, String version, ClassLoader loader) {
        if (watched.size() == MOST_WATCHED) {
            watched.removeFirst();
        }
        watched.addLast(new Watched(plugin, version, new WeakReference<>(loader), collections));
    }

    /** {@return how many stopped revisions of the plugin have turned out to stay in memory} */
    public synchronized int of(String plugin) {
        watched.removeIf(one -> one.loader().refersTo(null));
        return (int) watched.stream()
                .filter(one -> one.plugin().equals(plugin) && collections - one.since() >= SURVIVED)
                .count();
    }

    private void awaitCollection() {
        // nothing but its own class refers to it
        cleaner.register(new OutsideLoader(KeptLoaders.class.getClassLoader(), DriverRemoval.class), this::collected);
    }

    private synchronized void collected() {
        if (isClosed) {
            return;
        }
        collections++;
        watched.removeIf(one -> one.loader().refersTo(null));
        for (Watched one : watched) {
            if (collections - one.since() == SURVIVED) {
                kept.accept(one.plugin(), one.version());
            }
        }
        awaitCollection();
    }

    @Override
    public synchronized void close() {
        isClosed = true;
    }
}
