package org.callboard.core.extension;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The threads on which one plugin's extensions are called: few, named after it, and gone soon after the last call. */
public final class PluginThreads implements AutoCloseable {

    /** The key of the plugin's id in the logging context. */
    public static final String LOG_KEY = "plugin";

    private static final int MOST_THREADS = 8;

    private final String plugin;
    private final ClassLoader loader;
    private final ThreadPoolExecutor threads;

    /** Starts no thread before the first call. */
    public PluginThreads(String plugin, ClassLoader loader) {
        this.plugin = plugin;
        this.loader = loader;
        this.threads = new ThreadPoolExecutor(0, MOST_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "plugin-" + plugin);
            thread.setDaemon(true);
            // not that of whoever happens to be calling, which may be another plugin
            thread.setContextClassLoader(PluginThreads.class.getClassLoader());
            return thread;
        });
    }

    /** Calls foreign code and waits for it; see {@link ForeignCall} for what becomes of failures. */
    <R> R call(Callable<R> work, long millis) throws Exception {
        Future<R> answer;
        try {
            answer = threads.submit(() -> marked(work));
        } catch (RejectedExecutionException full) {
            throw new PortalException(
                    ProblemKind.UNAVAILABLE,
                    "Plugin '" + plugin + "' is busy: " + MOST_THREADS + " calls of it are running.",
                    "Try again; if it stays so, look at the plugin's log for what it waits for.",
                    full);
        }
        try {
            return answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw new PortalException(
                    ProblemKind.UNAVAILABLE,
                    "Plugin '" + plugin + "' did not answer within " + millis + " ms.",
                    "Try again; if it stays so, look at the plugin's log.",
                    slow);
        } catch (ExecutionException failure) {
            throw unwrapped(failure);
        } finally {
            answer.cancel(true);
        }
    }

    /** Runs work on this thread as the plugin's: its class loader is the context class loader, its id on every log line. */
    public <R> R marked(Callable<R> work) throws Exception {
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

    private static Exception unwrapped(ExecutionException failure) {
        Throwable cause = failure.getCause();
        return cause instanceof Exception exception ? exception : failure;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
