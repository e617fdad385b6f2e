package org.callboard.core;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.catalog.CatalogListener;
import org.callboard.api.problem.PortalException;
import org.callboard.core.extension.ActiveExtension;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells plugins' listeners of changed entities, each from a queue of its own: one that hangs delays neither the catalog nor
 * another, and one that brings about what it hears of goes round at a pace.
 */
final class CatalogListeners implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogListeners.class);
    static final int MOST_WAITING = 10_000;
    private static final int MOST_AT_ONCE = 1_000;
    private static final int THREADS = 16;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Map<RevisionName, List<Waiting>> listeners = new ConcurrentHashMap<>();
    /** Its queue holds each listener once at most. */
    private final ThreadPoolExecutor callers = new ThreadPoolExecutor(
            THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> new Thread(task, "listeners"));

    private final Executor later = CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS, callers);

    CatalogListeners() {
        callers.allowCoreThreadTimeOut(true);
    }

    /** Heeds the listeners of what is active and of what will be. */
    void follow(ActiveRevisions active) {
        active.listen(change -> {
            if (change.before() != null) {
                listeners.remove(change.before().name());
            }
            if (change.now() != null) {
                add(change.now());
            }
        });
        active.all().forEach(this::add);
    }

    private void add(Revision revision) {
        add(revision.name(), revision.extensionsOf(CatalogListener.class));
    }

    /** Heeds the listeners of a revision. */
    void add(RevisionName revision, Stream<ActiveExtension<CatalogListener>> extensions) {
        listeners.computeIfAbsent(revision, name -> extensions.map(Waiting::new).toList());
    }

    /** Has all listeners told soon. */
    void tell(List<CatalogEvent> events) {
        listeners.values().forEach(queues -> queues.forEach(queue -> queue.add(events)));
    }

    /** {@return how many changes the one that is furthest behind has yet to hear of} */
    int furthestBehind() {
        return listeners.values().stream()
                .flatMap(List::stream)
                .mapToInt(Waiting::size)
                .max()
                .orElse(0);
    }

    /** What one listener has yet to hear of. */
    private final class Waiting {

        private final ActiveExtension<CatalogListener> listener;
        private final Queue<CatalogEvent> events = new ArrayDeque<>();
        private boolean underWay;

        Waiting(ActiveExtension<CatalogListener> listener) {
            this.listener = listener;
        }

        synchronized int size() {
            return events.size();
        }

        synchronized void add(List<CatalogEvent> more) {
            events.addAll(more);
            int missed = Math.max(0, events.size() - MOST_WAITING);
            for (int i = 0; i < missed; i++) {
                events.remove();
            }
            if (missed > 0) {
                listener.entry().missed(missed);
                LOG.debug("The listener {} of plugin '{}' misses {} events", listener.id(), listener.plugin(), missed);
            }
            if (!underWay) {
                underWay = true;
                callers.execute(this::tellNext);
            }
        }

        /** Stays under way until nothing came within a pause: what comes meanwhile is told at once then. */
        private void tellNext() {
            List<CatalogEvent> next = next();
            if (next.isEmpty()) {
                return;
            }
            try {
                listener.call(target -> {
                    target.changed(next);
                    return next;
                });
            } catch (PortalException failure) {
                // counted and told of where it was called
                LOG.debug("The listener {} of plugin '{}' failed", listener.id(), listener.plugin(), failure);
            }
            later.execute(this::tellNext);
        }

        private synchronized List<CatalogEvent> next() {
            List<CatalogEvent> next = new ArrayList<>();
            while (next.size() < MOST_AT_ONCE && !events.isEmpty()) {
                next.add(events.remove());
            }
            underWay = !next.isEmpty();
            return List.copyOf(next);
        }
    }

    @Override
    public void close() {
        listeners.clear();
        callers.shutdownNow();
    }
}
