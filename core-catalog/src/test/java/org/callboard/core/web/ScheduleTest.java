package org.callboard.core.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static Schedule schedule(RandomGenerator random) {
        return new Schedule(Duration.ofMinutes(2), CLOCK, random);
    }

    /** Chance at one end or the other. */
    private static RandomGenerator always(double share) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return 0;
            }

            @Override
            public double nextDouble() {
                return share;
            }
        };
    }

    private static long pause(int failures, double share) {
        return Duration.between(NOW, schedule(always(share)).afterFailure(failures, null))
                .toSeconds();
    }

    @Test
    void aPageIsAskedForOnceAnIntervalAQuarterMoreOrLess() {
        assertEquals(NOW.plusSeconds(90), schedule(always(0)).afterSuccess());
        assertEquals(NOW.plusSeconds(120), schedule(always(0.5)).afterSuccess());
        assertEquals(NOW.plusSeconds(150), schedule(always(1)).afterSuccess());
    }

    @Test
    void afterARestartPagesAreSpreadOverAnInterval() {
        assertEquals(NOW, schedule(always(0)).atFirst());
        assertEquals(NOW.plusSeconds(120), schedule(always(1)).atFirst());
    }

    @Test
    void failuresInARowArePausedLongerAndLongerUpToHalfAnHour() {
        assertEquals(20, pause(1, 1));
        assertEquals(40, pause(2, 1));
        assertEquals(1_280, pause(7, 1));
        assertEquals(1_800, pause(8, 1));
        assertEquals(1_800, pause(1_000_000, 1));
        assertEquals(10, pause(1, 0));
        assertEquals(10, pause(1_000_000, 0));
    }

    @Test
    void pausesAreSpreadOverTheirWholeRange() {
        Schedule schedule = schedule(new Random(1));
        long spread = IntStream.range(0, 1_000)
                .mapToLong(i ->
                        Duration.between(NOW, schedule.afterFailure(5, null)).toSeconds() / 32)
                .distinct()
                .count();
        assertEquals(10, spread);
    }

    @ParameterizedTest
    @CsvSource({
        "7,                               7",
        "' 7 ',                           7",
        "0,                               1",
        "3600,                            3600",
        "86400,                           3600",
        "99999999999999999999999999,      3600",
        "'Tue, 1 Jan 2030 00:00:30 GMT',  30",
        "'Tue, 01 Jan 2030 00:00:30 GMT', 30",
        "'Tue, 01 Jan 2030 00:00:00 GMT', 1",
        "'Wed, 02 Jan 2030 00:00:00 GMT', 3600",
    })
    void aServerSaysWhenToAskAgainWithinBounds(String header, long seconds) {
        assertEquals(Optional.of(Duration.ofSeconds(seconds)), RetryAfter.of(header, NOW));
        assertEquals(NOW.plusSeconds(seconds), schedule(always(1)).afterFailure(1, header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "soon", "1.5", "0x10", "Mon, 31 Dec 2029 23:59:59 GMT", "Fri, 99 Foo 2030", "١"})
    void whatMakesNoSenseThereIsIgnored(String header) {
        assertEquals(Optional.empty(), RetryAfter.of(header, NOW));
        assertEquals(NOW.plusSeconds(20), schedule(always(1)).afterFailure(1, header));
    }

    @Test
    void aDateFarAwayIsWithinTheBoundsToo() {
        assertTrue(RetryAfter.of("Fri, 31 Dec 9999 23:59:59 GMT", NOW).isPresent());
    }
}
