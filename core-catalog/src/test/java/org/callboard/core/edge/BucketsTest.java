package org.callboard.core.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final AtomicLong now = new AtomicLong();

    private Buckets buckets(int most) {
        return new Buckets(10, 3, most, now::get);
    }

    private static long taken(Buckets buckets, String sender, int tries) {
        return IntStream.range(0, tries)
                .filter(i -> buckets.take(sender, 1) == 0)
                .count();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 1, Long.MIN_VALUE + 5})
    void givesABurstAndThenTheRate(long begin) {
        now.set(begin);
        Buckets buckets = buckets(10);
        assertEquals(30, taken(buckets, "a", 100));
        now.addAndGet(SECOND);
        assertEquals(10, taken(buckets, "a", 100));
        now.addAndGet(1_000 * SECOND);
        assertEquals(30, taken(buckets, "a", 100));
    }

    @Test
    void saysAfterWhatTimeThereIsMore() {
        Buckets buckets = buckets(10);
        assertEquals(30, taken(buckets, "a", 30));
        long wait = buckets.take("a", 5);
        assertEquals(SECOND / 2, wait);
        now.addAndGet(wait - 1);
        assertTrue(buckets.take("a", 5) > 0);
        now.addAndGet(1);
        assertEquals(0, buckets.take("a", 5));
    }

    @Test
    void whatIsChargedIsOwedForNoLongerThanABurstLasts() {
        Buckets buckets = buckets(10);
        IntStream.range(0, 1_000).forEach(i -> buckets.charge("a", 20));
        assertEquals(0, taken(buckets, "a", 1));
        now.addAndGet(3 * SECOND);
        assertEquals(30, taken(buckets, "a", 100));
    }

    @Test
    void oneSendersHasteIsNobodyElsesLoss() {
        Buckets buckets = buckets(10);
        assertEquals(30, taken(buckets, "a", 1_000));
        assertEquals(30, taken(buckets, "b", 1_000));
    }

    @Test
    void anyNumberOfSendersTakesOnlySoMuchMemory() {
        Buckets buckets = buckets(50);
        IntStream.range(0, 10_000).forEach(i -> buckets.take("sender " + i, 1));
        assertEquals(50, buckets.size());
        assertEquals(0, taken(buckets, "one more", 1), "All beyond those share a bucket, which is empty by now.");
        now.addAndGet(10 * SECOND);
        assertEquals(30, taken(buckets, "one more", 100), "Who has long not come is forgotten.");
    }
}
