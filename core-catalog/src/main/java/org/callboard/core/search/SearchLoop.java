package org.callboard.core.search;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.problem.PortalException;
import org.callboard.api.search.SearchCollection;
import org.callboard.api.search.SearchDocument;
import org.callboard.api.search.SearchDocuments;
import org.callboard.core.thread.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index as plugins' documents are: looks when it is woken, and after a rest that is long in proportion to a look.
 * One thread asks all plugins, each with a deadline.
 */
final class SearchLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchLoop.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_PAUSE = TimeUnit.MINUTES.toNanos(1);
    private static final int PAUSE_IN_PROPORTION = 4;
    private static final long REST = TimeUnit.SECONDS.toNanos(10);
    private static final long LONGEST_REST = TimeUnit.MINUTES.toNanos(10);
    private static final int REST_IN_PROPORTION = 1_000;
    /** After a failure, unless there is something new to be read. */
    private static final long AGAIN = TimeUnit.MINUTES.toNanos(5);
    /** How long a plugin may be away, as when it is disabled or the portal starts, before what it had is thrown away. */
    private static final long GRACE = TimeUnit.MINUTES.toNanos(10);

    private final DocumentIndex index;
    private final Extensions extensions;
    private final LongSupplier nanos;
    private final long opened;
    private final Map<String, Long> seen = new HashMap<>();
    private final Map<CollectionKey, Failed> failed = new HashMap<>();
    private final Semaphore awake = new Semaphore(0);
    private final CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Thread thread;

    SearchLoop(DocumentIndex index, Extensions extensions, LongSupplier nanos) {
        this.index = index;
        this.extensions = extensions;
        this.nanos = nanos;
        this.opened = nanos.getAsLong();
    }

    private record Failed(String fingerprint, long when) {}

    /** Begins. */
    void start() {
        Thread started = Workers.named("search").newThread(this::repeat);
        thread = started;
        started.start();
    }

    /** Has it look soon. */
    void wake() {
        awake.release();
    }

    private void repeat() {
        try {
            boolean isClosing = false;
            while (!isClosing) {
                awake.drainPermits();
                long began = nanos.getAsLong();
                lookSafely();
                long took = nanos.getAsLong() - began;
                isClosing = closing.await(
                                between(PAUSE, took * PAUSE_IN_PROPORTION, LONGEST_PAUSE), TimeUnit.NANOSECONDS)
                        || (awake.tryAcquire(
                                        between(REST, took * REST_IN_PROPORTION, LONGEST_REST), TimeUnit.NANOSECONDS)
                                && closing.getCount() == 0);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static long between(long least, long value, long most) {
        return Math.max(least, Math.min(value, most));
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException failure) {
            LOG.warn("Plugins' texts could not be taken in; it is tried again in a moment", failure);
        }
    }

    /** Reads what has changed. */
    void look() {
        index.mend();
        Set<String> serving = new HashSet<>();
        for (ExtensionHandle<SearchDocuments> documents : extensions.of(SearchDocuments.class)) {
            String origin = CollectionKey.origin(documents.plugin(), documents.id());
            serving.add(origin);
            try {
                follow(origin, documents);
            } catch (PortalException failure) {
                // counted and told of where it was called; all stays as it was
                LOG.debug("The collections of {} can't be told", origin, failure);
            }
        }
        forget(serving);
        if (isOpen()) {
            index.commit();
        }
    }

    private void follow(String origin, ExtensionHandle<SearchDocuments> documents) {
        CollectionReader reader = new CollectionReader(documents);
        Set<CollectionKey> keys = new HashSet<>();
        for (SearchCollection collection : reader.collections().values()) {
            CollectionKey key = new CollectionKey(origin, collection.id());
            // another revision may read the same otherwise
            String fingerprint = documents.digest() + " " + collection.fingerprint() + " " + collection.about();
            keys.add(key);
            if (!index.holds(key, fingerprint) && !hasFailed(key, fingerprint)) {
                read(reader, collection, key, fingerprint);
            }
        }
        if (isOpen()) {
            index.keepOnly(origin, keys);
            failed.keySet().removeIf(key -> key.origin().equals(origin) && !keys.contains(key));
        }
    }

    private boolean hasFailed(CollectionKey key, String fingerprint) {
        Failed last = failed.get(key);
        return last != null && last.fingerprint().equals(fingerprint) && nanos.getAsLong() - last.when() < AGAIN;
    }

    private void read(CollectionReader reader, SearchCollection collection, CollectionKey key, String fingerprint) {
        List<SearchDocument> documents;
        try {
            documents = reader.read(collection);
        } catch (PortalException failure) {
            failed.put(key, new Failed(fingerprint, nanos.getAsLong()));
            LOG.debug("The collection {} can't be read", collection.id(), failure);
            return;
        }
        failed.remove(key);
        if (isOpen()) {
            Object about = collection.about();
            index.replace(key, fingerprint, about == null ? "" : about.toString(), documents);
            index.refresh();
        }
    }

    /** Whose plugin does not serve is not found; it is thrown away when that has been so for a while. */
    private void forget(Set<String> serving) {
        long now = nanos.getAsLong();
        serving.forEach(origin -> seen.put(origin, now));
        for (String origin : index.origins()) {
            if (isOpen() && now - seen.getOrDefault(origin, opened) > GRACE) {
                index.keepOnly(origin, Set.of());
            }
        }
        seen.keySet().removeIf(origin -> now - seen.getOrDefault(origin, opened) > GRACE);
        failed.keySet().removeIf(key -> !serving.contains(key.origin()));
    }

    private boolean isOpen() {
        return closing.getCount() > 0;
    }

    /** Ends it; a plugin that is being asked is not waited for long, and nothing is written of what it says. */
    @Override
    public void close() {
        closing.countDown();
        wake();
        Thread running = thread;
        if (running == null) {
            return;
        }
        try {
            running.join(Duration.ofSeconds(5).toMillis());
            // whoever is still at it waits for a plugin: an interrupt while a file is written would close that
            running.interrupt();
            running.join(Duration.ofSeconds(5).toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
