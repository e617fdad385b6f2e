package org.callboard.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.callboard.core.SetClock;
import org.junit.jupiter.api.Test;

class RepeatedActsTest {

    private final SetClock clock = new SetClock();
    private final RepeatedActs repeated = new RepeatedActs(clock);

    private static Act by(String caller) {
        return new Act(caller, "token", null, "access.deny", "GET /api/x", "REFUSED", "You may not.", "7");
    }

    private List<String> over() {
        return repeated.over().stream()
                .map(act -> act.caller() + ": " + act.detail())
                .toList();
    }

    @Test
    void tellsTheFirstAtOnceAndCountsTheOthersOfTheMinute() {
        assertTrue(repeated.isFirst(by("mara"), "GET /api/x"));
        assertTrue(repeated.isFirst(by("otto"), "GET /api/x"));
        assertTrue(repeated.isFirst(by("mara"), "GET /api/y"));
        for (int i = 0; i < 5; i++) {
            assertFalse(repeated.isFirst(by("mara"), "GET /api/x"));
        }
        assertFalse(repeated.isFirst(by("otto"), "GET /api/x"));
        assertEquals(List.of(), over());
        clock.pass(Duration.ofMinutes(1));
        assertEquals(
                List.of("mara: You may not. (5 times more within 60 s)", "otto: You may not. (once more within 60 s)"),
                over());
        assertEquals(List.of(), over());
        assertTrue(repeated.isFirst(by("mara"), "GET /api/x"));
    }

    @Test
    void tellsWhatIsCountedWhenItEnds() {
        assertTrue(repeated.isFirst(by("mara"), "GET /api/x"));
        assertFalse(repeated.isFirst(by("mara"), "GET /api/x"));
        assertEquals(1, repeated.all().size());
        assertEquals(0, repeated.all().size());
    }

    @Test
    void doesNotGrowWithTheNumberOfCallers() {
        int told = 0;
        for (int i = 0; i < 10_000; i++) {
            told += repeated.isFirst(by("caller" + i), "GET /api/x") ? 1 : 0;
        }
        assertEquals(1_001, told);
        assertEquals(
                List.of("various: You may not. (8999 times more within 60 s)"),
                repeated.all().stream()
                        .map(act -> act.caller() + ": " + act.detail())
                        .toList());
    }
}
