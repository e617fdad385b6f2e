package org.callboard.core.refresh;

import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.callboard.core.store.CatalogStore;
import org.callboard.core.store.StoredSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the catalog like its locations: a pass over all of them, again and again. One pass runs at a time. */
public final class RefreshLoop implements AutoCloseable {

    private static final int MOST_ROUNDS = 3;
    private static final Logger LOG = LoggerFactory.getLogger(RefreshLoop.class);

    private final SourceReader reader;
    private final CatalogStore store;
    private final Runnable publish;
    private final ReentrantLock pass = new ReentrantLock();
    private final Semaphore wake = new Semaphore(0);
    private @Nullable Map<String, StoredSource> known;
    private @Nullable Thread thread;
    private volatile boolean closed;

    /**
     * Makes a loop that does nothing yet.
     *
     * @param publish makes what a pass has stored readable, and tells who listens
     */
    public RefreshLoop(SourceReader reader, CatalogStore store, Runnable publish) {
        this.reader = reader;
        this.store = store;
        this.publish = publish;
    }

    /** Begins to pass over the locations, at once and then with this pause between passes. */
    public void start(long pauseMillis) {
        Thread started = new Thread(() -> repeat(pauseMillis), "refresh");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    /** Has the next pass begin now. */
    public void wake() {
        wake.release();
    }

    /** Passes over all locations on this thread; when it returns, what they hold can be read. */
    public void passNow() {
        pass.lock();
        try {
            pass();
        } finally {
            pass.unlock();
        }
    }

    private void pass() {
        boolean changed = known == null;
        Map<String, StoredSource> before = known == null ? store.sources() : known;
        for (int round = 0; round < MOST_ROUNDS && (round == 0 || anyStale(before)); round++) {
            if (walk(before)) {
                changed = true;
                before = store.sources();
            }
        }
        if (changed) {
            store.sweep();
            store.stitchPending();
            publish.run();
            before = store.sources();
        }
        known = before;
    }

    /** What one file gives up another may have claimed already: that one is read once more, before anything is removed. */
    private static boolean anyStale(Map<String, StoredSource> sources) {
        return sources.values().stream().anyMatch(source -> source.stamp().isEmpty());
    }

    /** {@return whether anything was not as it is known} */
    private boolean walk(Map<String, StoredSource> before) {
        Walk walk = new Walk(reader, before, store::apply);
        walk.run();
        boolean gone = !walk.visited().containsAll(before.keySet());
        if (gone) {
            store.keepOnly(walk.visited());
        }
        return gone || walk.changedAnything();
    }

    private void repeat(long pauseMillis) {
        while (!closed) {
            try {
                passNow();
            } catch (RuntimeException failure) {
                LOG.error("A pass over the locations failed; the next one tries again", failure);
            }
            pause(pauseMillis);
        }
    }

    private void pause(long millis) {
        try {
            if (wake.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                wake.drainPermits();
            }
        } catch (InterruptedException stopped) {
            closed = true;
        }
    }

    /** Lets the running pass end. */
    @Override
    public void close() {
        closed = true;
        wake.release();
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
