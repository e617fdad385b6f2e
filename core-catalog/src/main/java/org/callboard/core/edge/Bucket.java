package org.callboard.core.edge;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts one sender's requests against a rate, all of it in one number: the time at which what was taken so far will have
 * been earned. Who takes nothing for a while may take as much at once, up to a burst.
 */
final class Bucket {

    private final AtomicLong earned;
    private final long interval;
    private final long burst;

    /**
     * Is full at first.
     *
     * @param interval the nanoseconds that earn one request
     * @param burst the nanoseconds for which they are earned ahead
     */
    Bucket(long interval, long burst, long now) {
        this.interval = interval;
        this.burst = burst;
        this.earned = new AtomicLong(now);
    }

    /** Takes so much. {@return 0, or where there is not as much, after how many nanoseconds there will be} */
    long take(int cost, long now) {
        while (true) {
            long before = earned.get();
            long after = later(before, now) + cost * interval;
            long wait = after - now - burst;
            if (wait > 0) {
                return wait;
            }
            if (earned.compareAndSet(before, after)) {
                return 0;
            }
        }
    }

    /** Takes so much, or what there is. */
    void charge(int cost, long now) {
        earned.updateAndGet(before -> now + Math.min(burst, later(before, now) + cost * interval - now));
    }

    /** {@return whether it is as if nothing had ever been taken} */
    boolean isFull(long now) {
        return earned.get() - now <= 0;
    }

    private static long later(long one, long other) {
        return one - other > 0 ? one : other;
    }
}
