package org.callboard.core.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

    private final LatencyHistogram histogram = new LatencyHistogram();

    @Test
    void findsQuantilesWithinFourPerCent() {
        Random random = new Random(7);
        long[] durations = new long[20_000];
        for (int i = 0; i < durations.length; i++) {
            durations[i] = (long) (50_000 * Math.exp(3 * random.nextGaussian()) + 20_000);
            histogram.add(durations[i]);
        }
        Arrays.sort(durations);
        assertNear(durations[9_999], histogram.quantile(0.5));
        assertNear(durations[19_799], histogram.quantile(0.99));
    }

    private static void assertNear(long truth, Duration figure) {
        double ratio = figure.toNanos() / (double) truth;
        assertTrue(ratio > 0.96 && ratio < 1.04, () -> figure.toNanos() + " instead of " + truth);
    }

    @Test
    void hasRoomForTheShortestAndTheLongest() {
        assertEquals(Duration.ZERO, histogram.quantile(0.5));
        histogram.add(-5);
        histogram.add(0);
        histogram.add(Long.MAX_VALUE);
        assertTrue(histogram.quantile(0.5).toNanos() < 2_000);
        assertTrue(histogram.quantile(1).toHours() > 0);
    }
}
