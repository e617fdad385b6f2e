package org.callboard.core.thread;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;

/** Threads that the core works on beside those of its callers: named for what they do, and none keeps the process. */
public final class Workers {

    private Workers() {}

    /** {@return threads for what is due later, or again and again} */
    public static ScheduledExecutorService of(String name, int threads) {
        return Executors.newScheduledThreadPool(threads, named(name));
    }

    /** {@return a maker of threads of this name} */
    public static ThreadFactory named(String name) {
        return task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
