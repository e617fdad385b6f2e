package org.callboard.core.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.callboard.core.thread.Workers;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what plugins say has something else to show, and tells it a moment later, each thing once. Of a plugin that says
 * much at a time it tells that all has changed: what waits is bounded by the number of plugins.
 */
public final class ViewChanges implements AutoCloseable {

    private static final int PAUSE_MILLIS = 50;
    private static final int MOST_OF_A_PLUGIN = 20;

    /**
     * What has something else to show.
     *
     * @param extension the id of the extension, or null for all of the plugin's
     * @param entity the reference of the entity that it is shown for, or null for all
     */
    public record Change(
            String plugin,
            @Nullable String extension,
            @Nullable String entity) {}

    private final Consumer<Change> listener;
    private final Map<String, Set<Change>> waiting = new HashMap<>();
    private final ScheduledExecutorService thread = Workers.of("view-changes", 1);

    private volatile Future<?> telling = CompletableFuture.completedFuture(null);

    ViewChanges(Consumer<Change> listener) {
        this.listener = listener;
    }

    /** Takes a change and returns at once. */
    public void changed(Change change) {
        boolean first;
        synchronized (waiting) {
            first = waiting.isEmpty();
            gather(change);
        }
        if (first) {
            later();
        }
    }

    private void gather(Change change) {
        Change all = new Change(change.plugin(), null, null);
        Set<Change> ofPlugin = waiting.computeIfAbsent(change.plugin(), plugin -> new LinkedHashSet<>());
        if (ofPlugin.contains(all)) {
            return;
        }
        ofPlugin.add(change);
        if (change.equals(all) || ofPlugin.size() > MOST_OF_A_PLUGIN) {
            ofPlugin.clear();
            ofPlugin.add(all);
        }
    }

    private void later() {
        try {
            telling = thread.schedule(this::tell, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            // nobody listens any more
        }
    }

    /** Tells now what has been gathered. */
    void tell() {
        List<Change> gathered = new ArrayList<>();
        synchronized (waiting) {
            waiting.values().forEach(gathered::addAll);
            waiting.clear();
        }
        gathered.forEach(listener);
    }

    @Override
    public void close() {
        telling.cancel(false);
        thread.shutdownNow();
    }
}
