package org.callboard.core.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.task.Schedule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");

    /** {@return the first moments after one} */
    private static List<String> next(Schedule schedule, String after, int count) {
        List<String> moments = new ArrayList<>();
        Instant moment = Instant.parse(after);
        for (int i = 0; i < count; i++) {
            moment = schedule.next(moment).orElseThrow();
            moments.add(moment.toString());
        }
        return moments;
    }

    @Test
    void comesEveryDayAtTheSameTimeOfTheClock() {
        Schedule schedule = Schedule.daily(LocalTime.of(3, 0), ZURICH);
        assertEquals(
                List.of("2026-03-28T02:00:00Z", "2026-03-29T01:00:00Z", "2026-03-30T01:00:00Z"),
                next(schedule, "2026-03-27T12:00:00Z", 3));
        assertEquals("daily at 03:00, Europe/Zurich", schedule.words());
    }

    @Test
    void comesOnceOnADayThatLacksItsTimeAndOnceOnADayThatHasItTwice() {
        Schedule schedule = Schedule.daily(LocalTime.of(2, 30), ZURICH);
        assertEquals(
                List.of("2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"), next(schedule, "2026-03-28T12:00:00Z", 2));
        assertEquals(
                List.of("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"), next(schedule, "2026-10-24T12:00:00Z", 2));
    }

    @Test
    void comesOnceAWeek() {
        Schedule schedule = Schedule.weekly(DayOfWeek.MONDAY, LocalTime.of(8, 15), ZoneOffset.UTC);
        assertEquals(
                List.of("2026-06-01T08:15:00Z", "2026-06-08T08:15:00Z"), next(schedule, "2026-05-31T23:59:59Z", 2));
        assertEquals(List.of("2026-06-08T08:15:00Z"), next(schedule, "2026-06-01T08:15:00Z", 1));
        assertEquals("Mondays at 08:15, Z", schedule.words());
    }

    @Test
    void readsExpressionsAsCrontabDoes() {
        assertEquals(
                List.of("2026-06-01T00:00:00Z", "2026-06-01T00:20:00Z", "2026-06-01T00:40:00Z", "2026-06-01T01:00:00Z"),
                next(Schedule.cron("*/20 * * * *", ZoneOffset.UTC), "2026-05-31T23:59:00Z", 4));
        assertEquals(
                List.of("2026-01-31T06:30:00Z", "2026-03-31T06:30:00Z", "2026-05-31T06:30:00Z"),
                next(Schedule.cron("30 6 31 * *", ZoneOffset.UTC), "2026-01-01T00:00:00Z", 3));
        assertEquals(
                List.of("2028-02-29T00:00:00Z", "2032-02-29T00:00:00Z"),
                next(Schedule.cron("0 0 29 2 *", ZoneOffset.UTC), "2026-01-01T00:00:00Z", 2));
        assertEquals(
                List.of("2026-06-05T09:05:00Z", "2026-06-08T09:05:00Z", "2026-06-08T17:05:00Z"),
                next(Schedule.cron(" 5  9-17/8 * 6 1-5 ", ZoneOffset.UTC), "2026-06-05T09:04:59Z", 4).stream()
                        .filter(moment -> !moment.equals("2026-06-05T17:05:00Z"))
                        .toList());
    }

    @Test
    void takesEitherDayWhereBothAreRestricted() {
        assertEquals(
                List.of("2026-06-01T00:00:00Z", "2026-06-07T00:00:00Z", "2026-06-13T00:00:00Z", "2026-06-14T00:00:00Z"),
                next(Schedule.cron("0 0 1,13 * 0", ZoneOffset.UTC), "2026-05-31T12:00:00Z", 4));
        assertEquals(
                next(Schedule.cron("0 0 * * 0", ZoneOffset.UTC), "2026-05-31T12:00:00Z", 20),
                next(Schedule.cron("0 0 * * 7", ZoneOffset.UTC), "2026-05-31T12:00:00Z", 20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "* * * *",
                "* * * * * *",
                "60 * * * *",
                "* 24 * * *",
                "* * 0 * *",
                "* * * 13 *",
                "* * * * 8",
                "5-1 * * * *",
                "*/0 * * * *",
                "1/5 * * * *",
                "1, * * * *",
                "a * * * *",
                "-1 * * * *",
                "@daily",
                "0 0 30 2 *",
                "0 0 31 4,6,9,11 *"
            })
    void refusesWhatIsNoExpressionOrNeverComes(String expression) {
        PortalException refused = assertThrows(PortalException.class, () -> Schedule.cron(expression, ZoneOffset.UTC));
        assertEquals(ProblemKind.BAD_INPUT, refused.kind());
        assertTrue(refused.hint() != null);
    }

    @Test
    void refusesPeriodsThatAreTooShortOrTooLong() {
        assertThrows(PortalException.class, () -> Schedule.every(Duration.ofMillis(999)));
        assertThrows(PortalException.class, () -> Schedule.every(Duration.ofDays(367)));
        assertEquals("every 1m30s", Schedule.every(Duration.ofSeconds(90)).words());
        assertEquals("every 36h", Schedule.every(Duration.ofHours(36)).words());
        assertEquals(Optional.empty(), Schedule.onDemand().next(Instant.EPOCH));
    }

    @Test
    void spreadsWhatComesAgainAndAgainWithinBounds() {
        Instant now = Instant.parse("2026-06-01T00:00:00Z");
        Random random = new Random(1);
        Timing timing = new Timing(Clock.fixed(now, ZoneOffset.UTC), most -> random.nextLong(most));
        Schedule every = Schedule.every(Duration.ofMinutes(10));
        for (int i = 0; i < 1_000; i++) {
            Instant first = timing.first(every);
            assertTrue(!first.isBefore(now) && first.isBefore(now.plusSeconds(3)), first::toString);
            Instant next = timing.next(every);
            Instant due = now.plusSeconds(600);
            assertTrue(!next.isBefore(due) && next.isBefore(due.plusSeconds(30)), next::toString);
        }
        assertEquals(
                Instant.parse("2026-06-01T03:00:00Z"),
                timing.first(Schedule.daily(LocalTime.of(3, 0), ZoneOffset.UTC)));
    }
}
