package org.callboard.core.refresh;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.callboard.core.store.CatalogStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the catalog like its locations: a pass over all of them, when something is heard of and now and then. One pass runs
 * at a time, and whatever else writes to the catalog is done between two of them.
 */
public final class RefreshLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshLoop.class);

    private final SourceReader reader;
    private final Pass pass;
    private final Clock clock;
    private final ReentrantLock passing = new ReentrantLock();
    private final Queue<Work> ahead = new ConcurrentLinkedQueue<>();
    private final Pace pace = new Pace();
    private @Nullable FileWatch watch;
    private @Nullable Thread thread;
    private volatile Instant begun = Instant.MIN;
    private volatile @Nullable Instant looked;
    private volatile boolean heard;
    private volatile boolean closed;

    private record Work(Runnable act, CompletableFuture<Void> done) {}

    /**
     * Makes a loop that does nothing yet.
     *
     * @param orphans what is done with entities that nothing declares any more
     * @param publish makes what a pass has stored readable, and tells who listens
     */
    public RefreshLoop(SourceReader reader, CatalogStore store, Orphans orphans, Runnable publish, Clock clock) {
        this.reader = reader;
        this.pass = new Pass(reader, store, orphans, publish);
        this.clock = clock;
    }

    /** Begins to pass over the locations, at once and then whenever a file of theirs changes, or may have. */
    public void start() {
        watch = new FileWatch(() -> {
            heard = true;
            pace.stir();
        });
        Thread started = new Thread(this::repeat, "refresh");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    /** Has the next pass begin now. */
    public void wake() {
        pace.wake();
    }

    /** {@return when the locations were last looked at, or null where they were not yet} */
    public @Nullable Instant looked() {
        return looked;
    }

    /** {@return when the last pass began} */
    Instant begun() {
        return begun;
    }

    /** Has something done between two passes. {@return done when what it leads to can be read} */
    public CompletableFuture<Void> submit(Runnable act) {
        Work work = new Work(act, new CompletableFuture<>());
        ahead.add(work);
        wake();
        return work.done();
    }

    /** Passes over all locations on this thread; when it returns, what they hold can be read. */
    public void passNow() {
        List<Work> done = new ArrayList<>();
        passing.lock();
        try {
            for (Work work = ahead.poll(); work != null; work = ahead.poll()) {
                if (did(work)) {
                    done.add(work);
                }
            }
            pass();
            done.forEach(work -> work.done().complete(null));
        } catch (RuntimeException failure) {
            done.forEach(work -> work.done().completeExceptionally(failure));
            throw failure;
        } finally {
            passing.unlock();
        }
    }

    private void pass() {
        boolean foldersChanged = heard;
        heard = false;
        begun = clock.instant();
        Pass.Outcome outcome = pass.run();
        looked = clock.instant();
        if ((outcome.changed() || foldersChanged)
                && reader.settle(outcome.walk().used(), watch)) {
            wake();
        }
    }

    private boolean did(Work work) {
        try {
            work.act().run();
            return true;
        } catch (RuntimeException failure) {
            work.done().completeExceptionally(failure);
            return false;
        } finally {
            pass.forget();
        }
    }

    private void repeat() {
        while (!closed) {
            try {
                pace.begin();
                passNow();
            } catch (RuntimeException failure) {
                LOG.error("A pass over the locations failed; the next one tries again", failure);
            }
            if (!pace.rest()) {
                closed = true;
            }
        }
    }

    /** Lets the running pass end. */
    @Override
    public void close() {
        closed = true;
        pace.wake();
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (watch != null) {
            watch.close();
        }
    }
}
