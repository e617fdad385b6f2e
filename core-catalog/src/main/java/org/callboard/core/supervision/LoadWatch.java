package org.callboard.core.supervision;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.callboard.core.extension.LoadRange;
import org.callboard.core.extension.PluginEntries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads again and again what plugins have cost, so that it can be seen when they did. */
public final class LoadWatch {

    private static final Logger LOG = LoggerFactory.getLogger(LoadWatch.class);

    private final PluginEntries entries;

    public LoadWatch(PluginEntries entries) {
        this.entries = entries;
    }

    /** Reads until the workers are shut down. */
    public void start(ScheduledExecutorService workers) {
        long pause = LoadRange.TICK.toMillis();
        ScheduledFuture<?> unused = workers.scheduleAtFixedRate(this::read, pause, pause, TimeUnit.MILLISECONDS);
    }

    private void read() {
        try {
            entries.tick();
        } catch (RuntimeException fault) {
            LOG.warn("What plugins cost could not be read", fault);
        }
    }
}
