package org.callboard.core.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadHistoryTest {

    private final LatencyHistogram latencies = new LatencyHistogram();
    private final LoadHistory history = new LoadHistory(totals(0));

    private LoadTotals totals(long requests) {
        return new LoadTotals(
                requests, requests / 2, latencies.since(new LatencyHistogram()), 1_000 * requests, 10 * requests, 0, 0);
    }

    @Test
    void tellsWhatWasDoneInEachStepAndNotBefore() {
        history.tick(totals(4));
        latencies.add(64_000_000);
        history.tick(totals(10));
        List<LoadStep> steps = history.steps(LoadRange.QUARTER);
        assertEquals(List.of(4L, 6L), steps.stream().map(LoadStep::requests).toList());
        assertEquals(List.of(2L, 3L), steps.stream().map(LoadStep::errors).toList());
        assertEquals(60, steps.get(1).allocatedBytes());
        assertEquals(Duration.ofNanos(6_000), steps.get(1).cpu());
        assertEquals(64.0, steps.get(1).p50().toNanos() / 1e6, 3);
        assertEquals(0, steps.get(0).p99().toNanos());
    }

    @Test
    void sumsManyReadingsToOneStepOfALongerRange() {
        for (int reading = 1; reading <= 12; reading++) {
            history.tick(totals(reading));
        }
        assertEquals(12, history.steps(LoadRange.QUARTER).size());
        assertEquals(
                List.of(12L),
                history.steps(LoadRange.HOURS).stream().map(LoadStep::requests).toList());
        assertEquals(List.of(), history.steps(LoadRange.DAY));
    }

    @Test
    void forgetsTheOldest() {
        for (int reading = 1; reading <= 2_000; reading++) {
            history.tick(totals(reading * (reading + 1L) / 2));
        }
        List<LoadStep> steps = history.steps(LoadRange.QUARTER);
        assertEquals(90, steps.size());
        assertEquals(2_000, steps.get(89).requests());
        assertEquals(1_911, steps.get(0).requests());
    }
}
