package org.callboard.core.extension;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts durations in buckets that are 1/16 of a power of two wide: 4 KB for everything from a microsecond to an hour. */
final class LatencyHistogram {

    private static final int PARTS = 16;
    private static final int SHIFT = 10;
    private static final int POWERS = 32;

    private final AtomicLongArray buckets = new AtomicLongArray(POWERS * PARTS);

    void add(long nanos) {
        buckets.incrementAndGet(bucket(nanos));
    }

    private static int bucket(long nanos) {
        long units = Math.max(0, nanos) >> SHIFT;
        if (units < PARTS) {
            return (int) units;
        }
        int power = 63 - Long.numberOfLeadingZeros(units);
        int part = (int) (units >> (power - 4)) - PARTS;
        return Math.min((power - 3) * PARTS + part, POWERS * PARTS - 1);
    }

    /** {@return what was counted here and not yet there} */
    LatencyHistogram since(LatencyHistogram before) {
        LatencyHistogram difference = new LatencyHistogram();
        for (int i = 0; i < buckets.length(); i++) {
            difference.buckets.set(i, buckets.get(i) - before.buckets.get(i));
        }
        return difference;
    }

    /** {@return what this share of all durations did not exceed; zero where there are none} */
    Duration quantile(double share) {
        long all = 0;
        for (int i = 0; i < buckets.length(); i++) {
            all += buckets.get(i);
        }
        long rank = (long) Math.ceil(share * all);
        long seen = 0;
        for (int i = 0; i < buckets.length() && rank > 0; i++) {
            seen += buckets.get(i);
            if (seen >= rank) {
                return Duration.ofNanos(middle(i));
            }
        }
        return Duration.ZERO;
    }

    private static long middle(int bucket) {
        int power = bucket / PARTS - 1;
        long part = bucket % PARTS;
        long from = power < 0 ? part : (PARTS + part) << power;
        long width = 1L << Math.max(power, 0);
        return (from << SHIFT) + (width << SHIFT) / 2;
    }
}
