package org.callboard.core.edge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A bucket for each of many senders, and one together for all beyond those, whose number is bounded. */
public final class Buckets {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final int OTHERS = 20;

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final long interval;
    private final long burst;
    private final int most;
    private final LongSupplier clock;
    private final Bucket others;
    private final AtomicLong swept;

    /**
     * Knows nobody yet.
     *
     * @param perSecond what one sender may take in the long run
     * @param seconds for how long one may have saved
     * @param most how many senders are told apart
     * @param clock tells nanoseconds as {@link System#nanoTime} does
     */
    public Buckets(int perSecond, int seconds, int most, LongSupplier clock) {
        this.interval = SECOND / perSecond;
        this.burst = seconds * SECOND;
        this.most = most;
        this.clock = clock;
        this.others = new Bucket(interval / OTHERS, burst, clock.getAsLong());
        this.swept = new AtomicLong(clock.getAsLong() - SECOND);
    }

    /** Takes so much for a sender. {@return 0, or where there is not as much, after how many nanoseconds there will be} */
    public long take(String sender, int cost) {
        long now = clock.getAsLong();
        return bucket(sender, now).take(cost, now);
    }

    /** Takes so much for a sender, or what there is. */
    public void charge(String sender, int cost) {
        long now = clock.getAsLong();
        bucket(sender, now).charge(cost, now);
    }

    private Bucket bucket(String sender, long now) {
        Bucket known = buckets.get(sender);
        if (known != null) {
            return known;
        }
        if (buckets.size() >= most) {
            sweep(now);
        }
        return buckets.size() >= most
                ? others
                : buckets.computeIfAbsent(sender, unknown -> new Bucket(interval, burst, now));
    }

    /** Forgets, once in a second at the most, those who would begin anew just so. */
    private void sweep(long now) {
        long last = swept.get();
        if (now - last >= SECOND && swept.compareAndSet(last, now)) {
            buckets.values().removeIf(bucket -> bucket.isFull(now));
        }
    }

    /** {@return how many senders are told apart} */
    int size() {
        return buckets.size();
    }
}
