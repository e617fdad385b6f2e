package org.callboard.core.refresh;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * When the next pass begins: at once for whoever asks, shortly after files changed, and otherwise after a rest that is long
 * in proportion to the pass, so that looking for changes in vain costs next to nothing.
 */
final class Pace {

    private static final long SHORTEST_REST = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST_REST = TimeUnit.SECONDS.toNanos(30);
    private static final int REST_FOR_WORK = 2_000;

    /** Files are often written in several steps, or removed and written anew: the last of the steps is waited for. */
    private static final long QUIET = TimeUnit.MILLISECONDS.toNanos(150);

    private static final long LONGEST_UNREST = TimeUnit.MILLISECONDS.toNanos(600);

    private final Semaphore awake = new Semaphore(0);
    private volatile long stirred;
    private volatile boolean unrest;
    private long begun;

    /** Files changed, and may go on changing. */
    void stir() {
        stirred = System.nanoTime();
        unrest = true;
        awake.release();
    }

    /** Somebody waits for a pass. */
    void wake() {
        awake.release();
    }

    /** A pass begins. */
    void begin() {
        begun = System.nanoTime();
    }

    /** A pass has ended: rests until the next. {@return false where the thread is to end} */
    boolean rest() {
        long took = System.nanoTime() - begun;
        long rest = Math.min(LONGEST_REST, Math.max(SHORTEST_REST, took * REST_FOR_WORK));
        try {
            if (awake.tryAcquire(rest, TimeUnit.NANOSECONDS)) {
                awake.drainPermits();
            }
            settle();
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private void settle() throws InterruptedException {
        long since = System.nanoTime();
        while (unrest) {
            long now = System.nanoTime();
            long left = Math.min(stirred + QUIET, since + LONGEST_UNREST) - now;
            if (left <= 0) {
                unrest = false;
                return;
            }
            TimeUnit.NANOSECONDS.sleep(left);
        }
    }
}
