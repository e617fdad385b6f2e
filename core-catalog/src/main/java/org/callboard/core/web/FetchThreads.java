package org.callboard.core.web;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that wait for servers, and the one that looks at the clock. None is there before it is needed. */
final class FetchThreads implements Threads {

    static final int MOST = 8;
    private static final int TICK_SECONDS = 1;
    private static final int IDLE_SECONDS = 30;
    private static final int STOP_SECONDS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(FetchThreads.class);

    private final ThreadPoolExecutor fetches = new ThreadPoolExecutor(
            MOST, MOST, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("web-fetch"));
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("web-due"));
    private @Nullable ScheduledFuture<?> ticking;

    FetchThreads() {
        fetches.allowCoreThreadTimeOut(true);
    }

    static ThreadFactory named(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            // not that of the plugin that happens to ask for the first page
            thread.setContextClassLoader(FetchThreads.class.getClassLoader());
            return thread;
        };
    }

    @Override
    public void execute(Runnable task) {
        fetches.execute(task);
    }

    @Override
    public synchronized void tick(Runnable task) {
        if (ticking == null && !timer.isShutdown()) {
            ticking = timer.scheduleWithFixedDelay(task, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        fetches.shutdownNow();
        try {
            if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)
                    || !fetches.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A fetch does not end; its thread is left behind");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
