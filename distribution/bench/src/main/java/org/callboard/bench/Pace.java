package org.callboard.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Says when a worker's next request is due, and waits until then. */
@FunctionalInterface
interface Pace {

    /** {@return the moment that the latency counts from, as {@link System#nanoTime}} */
    long await(int worker, long request);

    /** Each request follows the answer to the one before: the throughput is what is measured. */
    static Pace closedLoop() {
        return (worker, request) -> System.nanoTime();
    }

    /** Requests are due at a fixed rate, whether the answers keep up or not: their waiting counts as latency. */
    static Pace openLoop(int rate, int workers, long start) {
        return (worker, request) -> {
            long due = start + TimeUnit.SECONDS.toNanos(request * workers + worker) / rate;
            long now = System.nanoTime();
            while (now < due) {
                LockSupport.parkNanos(due - now);
                now = System.nanoTime();
            }
            return due;
        };
    }
}
