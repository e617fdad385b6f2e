package org.callboard.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Connections that ask again as soon as they are answered. */
final class Load implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Client client;
    private final List<Thread> threads = new ArrayList<>();
    private final List<AtomicLong> counts = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger upgrades = new AtomicInteger();
    private final AtomicLong overtaken = new AtomicLong();
    private volatile boolean over;

    Load(Client client) {
        this.client = client;
    }

    /** Adds connections that ask for this path. */
    Load on(int connections, String path) {
        return on(connections, path, () -> client.get(path));
    }

    /** Adds connections that do something that shall be answered with 200. */
    Load on(int connections, String name, Supplier<Answer> action) {
        for (int i = 0; i < connections; i++) {
            AtomicLong count = new AtomicLong();
            counts.add(count);
            Thread thread = new Thread(() -> ask(name, action, count), "load " + name);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
        return this;
    }

    private void ask(String name, Supplier<Answer> action, AtomicLong count) {
        while (!over) {
            int before = upgrades.get();
            try {
                Answer answer = action.get();
                if (answer.status() != 200) {
                    failures.add(name + ": " + answer.status() + " " + answer.text());
                }
            } catch (RuntimeException failure) {
                failures.add(name + ": " + failure);
            }
            count.incrementAndGet();
            if (upgrades.get() != before) {
                overtaken.incrementAndGet();
            }
        }
    }

    /** Waits until every connection has been answered twice from now on. */
    void awaitAnswers() {
        upgrades.incrementAndGet();
        List<Long> before = counts.stream().map(AtomicLong::get).toList();
        Eventually.holds("an answer for every connection", PATIENCE, () -> {
            for (int i = 0; i < counts.size(); i++) {
                if (counts.get(i).get() < before.get(i) + 2) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Lets the requests under way end. */
    void stop() {
        over = true;
        for (Thread thread : threads) {
            try {
                thread.join(PATIENCE.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** {@return how many requests were answered} */
    long answers() {
        return counts.stream().mapToLong(AtomicLong::get).sum();
    }

    /** {@return what was not answered with 200} */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** {@return how many requests began before an upgrade and were answered after it} */
    long overtaken() {
        return overtaken.get();
    }

    @Override
    public void close() {
        stop();
    }
}
