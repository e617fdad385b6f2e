package org.callboard.core.web;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Who is asked next. No host is asked more often at a time than a few threads can bear, so that a slow one leaves threads to
 * the others. Each page waits here once at most. Thread-safe.
 */
final class FetchQueue {

    private static final int MOST_PER_HOST = 4;

    private final Executor threads;
    private final Map<String, Queue<Runnable>> hosts = new HashMap<>();
    private final Map<String, Integer> running = new HashMap<>();

    FetchQueue(Executor threads) {
        this.threads = threads;
    }

    void submit(String host, Runnable fetch) {
        if (takesTurn(host, fetch)) {
            run(host, fetch);
        }
    }

    private synchronized boolean takesTurn(String host, Runnable fetch) {
        if (running.getOrDefault(host, 0) < MOST_PER_HOST) {
            running.merge(host, 1, Integer::sum);
            return true;
        }
        hosts.computeIfAbsent(host, name -> new ArrayDeque<>()).add(fetch);
        return false;
    }

    private void run(String host, Runnable fetch) {
        try {
            threads.execute(() -> {
                try {
                    fetch.run();
                } finally {
                    next(host);
                }
            });
        } catch (RejectedExecutionException closed) {
            // who closed the threads ends what waits
        }
    }

    private void next(String host) {
        Runnable waiting;
        synchronized (this) {
            Queue<Runnable> queue = hosts.get(host);
            waiting = queue == null ? null : queue.poll();
            if (waiting == null) {
                hosts.remove(host);
                running.computeIfPresent(host, (name, count) -> count == 1 ? null : count - 1);
            }
        }
        if (waiting != null) {
            run(host, waiting);
        }
    }
}
