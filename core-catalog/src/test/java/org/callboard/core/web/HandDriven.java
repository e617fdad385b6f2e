package org.callboard.core.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.callboard.core.SetClock;

/** Threads and a clock that go on when the test says so. */
final class HandDriven implements Threads {

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final SetClock clock = new SetClock();
    private Runnable tick = () -> {};

    Clock clock() {
        return clock;
    }

    /** Lets time pass, has what is due be begun, and runs it. */
    void pass(Duration time) {
        clock.pass(time);
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
}
