package org.callboard.core.lifecycle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginState;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.config.StartTries;
import org.callboard.core.pluginstore.PluginStore.Desired;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.ActiveRevisions.Change;

/**
 * Starts plugins on a few threads, in any order. What lacks something is tried again whenever another plugin has come; what
 * fails is tried again after growing pauses, and then no more.
 */
final class StartQueue implements ActiveRevisions.Listener, AutoCloseable {

    private static final int THREADS = 4;
    private static final long END_MILLIS = 12_000;

    private final StartTries tries;
    private final StartListener listener;
    private final ScheduledThreadPoolExecutor threads;
    private final Map<String, Attempt> lacking = new HashMap<>();
    private final AtomicLong arrivals = new AtomicLong();
    private volatile boolean closed;

    StartQueue(StartTries tries, StartListener listener) {
        this.tries = tries;
        this.listener = listener;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
            Thread thread = new Thread(task, "start-plugins-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.setKeepAliveTime(10, TimeUnit.SECONDS);
        threads.allowCoreThreadTimeOut(true);
        threads.setRemoveOnCancelPolicy(true);
    }

    /** A plugin's way to being started. */
    private static final class Attempt {
        final Desired plugin;
        final Runnable start;
        final CompletableFuture<Void> tried = new CompletableFuture<>();
        int failures;

        Attempt(Desired plugin, Runnable start) {
            this.plugin = plugin;
            this.start = start;
        }
    }

    /**
     * Has a plugin be started.
     *
     * @param start starts it, or throws what it is refused with
     * @return done when it was tried once
     */
    CompletableFuture<Void> add(Desired plugin, Runnable start) {
        Attempt attempt = new Attempt(plugin, start);
        listener.starting(plugin);
        schedule(attempt, 0);
        return attempt.tried;
    }

    private void schedule(Attempt attempt, long millis) {
        try {
            ScheduledFuture<?> unused = threads.schedule(() -> run(attempt), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException over) {
            attempt.tried.complete(null);
        }
    }

    private void run(Attempt attempt) {
        long before = arrivals.get();
        try {
            attempt.start.run();
            listener.settled(attempt.plugin.id());
        } catch (RefusedException refused) {
            failed(attempt, refused, before);
        } catch (RuntimeException | Error failure) {
            failed(attempt, unexpected(attempt.plugin.id(), failure), before);
        } finally {
            attempt.tried.complete(null);
        }
    }

    /** {@return the refusal of a plugin that it is not to blame for} */
    static RefusedException unexpected(String id, Throwable failure) {
        return new RefusedException(
                new Diagnosis(
                        "Plugin '" + id + "' could not be started.",
                        "The portal failed at it: " + failure.getClass().getSimpleName() + ".",
                        "Look at the portal's log, and install the plugin again."),
                PluginState.FAILED,
                failure);
    }

    private void failed(Attempt attempt, RefusedException refused, long before) {
        String id = attempt.plugin.id();
        if (closed) {
            return;
        }
        if (refused.state() == PluginState.UNRESOLVED) {
            listener.failed(id, refused);
            await(attempt, before);
        } else if (refused.state() == PluginState.QUARANTINED || ++attempt.failures >= tries.most()) {
            listener.quarantined(id, refused);
        } else {
            listener.failed(id, refused);
            schedule(attempt, tries.pause().toMillis() << Math.min(attempt.failures - 1, 10));
        }
    }

    /** What it lacks may have come while it was tried. */
    private void await(Attempt attempt, long before) {
        synchronized (lacking) {
            if (arrivals.get() == before) {
                lacking.put(attempt.plugin.id(), attempt);
                return;
            }
        }
        schedule(attempt, 0);
    }

    @Override
    public void changed(Change change) {
        if (change.now() != null) {
            arrived();
        }
    }

    /** Has what lacks something be tried again: a plugin has come that may offer it. */
    void arrived() {
        List<Attempt> again;
        synchronized (lacking) {
            arrivals.incrementAndGet();
            again = new ArrayList<>(lacking.values());
            lacking.clear();
        }
        again.forEach(attempt -> schedule(attempt, 0));
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdownNow();
        try {
            threads.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
