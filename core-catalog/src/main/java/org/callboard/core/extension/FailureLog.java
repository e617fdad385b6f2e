package org.callboard.core.extension;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Tells of a plugin's failures: each one when it is new, and of a flood of the same no more than it is worth. */
final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final int LINES = 3;
    private static final int KINDS = 50;
    private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String plugin;
    private final LongSupplier nanos;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private long began;

    FailureLog(String plugin, LongSupplier nanos) {
        this.plugin = plugin;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /** Tells of something thrown, whose own methods may fail as well. */
    void thrown(Throwable thrown) {
        String kind = thrown.getClass().getName();
        try {
            StackTraceElement[] stack = thrown.getStackTrace();
            String key = stack.length == 0 ? kind : kind + " at " + stack[0];
            int count = count(key);
            if (count == 1) {
                asThePlugin(() -> LOG.warn("Plugin '{}' failed", plugin, thrown));
            } else if (count <= LINES) {
                asThePlugin(() -> LOG.warn("Plugin '{}' failed again: {}", plugin, key));
            }
        } catch (Throwable hostile) {
            said(kind + ", which can't even be printed");
        }
    }

    /** Tells of a failure in words. */
    void said(String what) {
        if (count(what) <= LINES) {
            asThePlugin(() -> LOG.warn("Plugin '{}' {}", plugin, what));
        }
    }

    /** The line belongs to the plugin's log, whichever thread finds out. */
    private void asThePlugin(Runnable line) {
        @Nullable String before = MDC.get(PluginThreads.LOG_KEY);
        MDC.put(PluginThreads.LOG_KEY, plugin);
        try {
            line.run();
        } finally {
            if (before == null) {
                MDC.remove(PluginThreads.LOG_KEY);
            } else {
                MDC.put(PluginThreads.LOG_KEY, before);
            }
        }
    }

    private synchronized int count(String key) {
        if (nanos.getAsLong() - began >= WINDOW_NANOS) {
            tellRest();
        }
        String counted = counts.containsKey(key) || counts.size() < KINDS ? key : "failures of other kinds";
        return counts.merge(counted, 1, Integer::sum);
    }

    /** Tells how often there was what has not been told, and begins anew. */
    synchronized void tellRest() {
        counts.forEach((key, count) -> {
            if (count > LINES) {
                asThePlugin(() -> LOG.warn("Plugin '{}' failed {} more times: {}", plugin, count - LINES, key));
            }
        });
        counts.clear();
        began = nanos.getAsLong();
    }
}
