package org.callboard.core.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Queue;

/** Threads and a clock that go on when the test says so. */
final class HandDriven extends Clock implements Threads {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");
    private Runnable tick = () -> {};

    /** Lets time pass, has what is due be begun, and runs it. */
    void pass(Duration time) {
        now = now.plus(time);
        tick.run();
        run();
    }

    /** Runs what was begun. {@return how many fetches that were} */
    int run() {
        int count = 0;
        for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
            task.run();
            count++;
        }
        return count;
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
    }

    @Override
    public void tick(Runnable task) {
        tick = task;
    }

    @Override
    public void close() {
        tick = () -> {};
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
