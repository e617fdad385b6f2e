package org.callboard.core.extension;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The threads on which one revision's code is called: named after the plugin, and gone soon after the last call. How many
 * there are is bounded by the places that calls need.
 */
public final class PluginThreads implements AutoCloseable {

    /** The key of the plugin's id in the logging context. */
    public static final String LOG_KEY = "plugin";

    private final String plugin;
    private final ClassLoader loader;
    private final PluginMeter meter;
    private final ThreadPoolExecutor threads;
    private final AtomicLong numbers = new AtomicLong();

    /** Starts no thread before the first call. */
    PluginThreads(String plugin, ClassLoader loader, PluginMeter meter) {
        this.plugin = plugin;
        this.loader = loader;
        this.meter = meter;
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
    }

    private Thread thread(Runnable task) {
        Thread thread = new Thread(meter.group(), task, "plugin-" + plugin + "-" + numbers.incrementAndGet());
        thread.setDaemon(true);
        // not that of whoever happens to be calling, which may be another plugin
        thread.setContextClassLoader(PluginThreads.class.getClassLoader());
        return thread;
    }

    /** Begins a call that has been given one of these places; it gives it back when it ends. */
    <R> RunningCall<R> begin(Callable<R> work, Places places) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        RunningCall<R> call = new RunningCall<>(() -> marked(work, context), meter, places);
        boolean begun = false;
        try {
            threads.execute(call);
            begun = true;
            return call;
        } finally {
            if (!begun) {
                places.giveBack();
            }
        }
    }

    private <R> R marked(Callable<R> work, @Nullable Map<String, String> context) throws Exception {
        if (context != null) {
            MDC.setContextMap(context);
        }
        try {
            return marked(work);
        } finally {
            MDC.clear();
        }
    }

    /** Runs work on this thread as the plugin's: its class loader is the context class loader, its id on every log line. */
    <R> R marked(Callable<R> work) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        @Nullable String pluginBefore = MDC.get(LOG_KEY);
        thread.setContextClassLoader(loader);
        MDC.put(LOG_KEY, plugin);
        try {
            return work.call();
        } finally {
            thread.setContextClassLoader(before);
            if (pluginBefore == null) {
                MDC.remove(LOG_KEY);
            } else {
                MDC.put(LOG_KEY, pluginBefore);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
