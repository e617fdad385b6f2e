package org.callboard.core.supervision;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.callboard.core.extension.PluginEntries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again which plugin allocates most, so that it is known when the heap is exhausted. */
public final class HeapWatch {

    private static final Logger LOG = LoggerFactory.getLogger(HeapWatch.class);
    private static final long PAUSE_MILLIS = 1_000;
    private static final long MUCH = 32L * 1024 * 1024;

    private final PluginEntries entries;
    private final HeapSuspect suspect;

    /** Touched by one look at a time. */
    private Map<String, Long> before = new HashMap<>();

    public HeapWatch(PluginEntries entries, HeapSuspect suspect) {
        this.entries = entries;
        this.suspect = suspect;
    }

    /** Looks until the workers are shut down. */
    public void start(ScheduledExecutorService workers) {
        ScheduledFuture<?> unused =
                workers.scheduleWithFixedDelay(this::look, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            Map<String, Long> now = entries.allocatedBytes();
            now.entrySet().stream()
                    .filter(plugin -> since(plugin) > MUCH)
                    .max((one, other) -> Long.compare(since(one), since(other)))
                    .ifPresent(plugin -> suspect.saw(plugin.getKey()));
            before = now;
        } catch (RuntimeException fault) {
            LOG.warn("It could not be seen what plugins allocate", fault);
        }
    }

    private long since(Map.Entry<String, Long> plugin) {
        return plugin.getValue() - before.getOrDefault(plugin.getKey(), 0L);
    }
}
