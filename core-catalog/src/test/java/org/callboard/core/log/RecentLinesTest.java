package org.callboard.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentLinesTest {

    private final RecentLines recent = new RecentLines();

    private static LogLine line(String message) {
        return new LogLine(Instant.EPOCH, "INFO", "a", "b", message, null);
    }

    private void add(int from, int to) {
        for (int number = from; number < to; number++) {
            recent.add(line(Integer.toString(number)));
        }
    }

    private static List<String> messages(RecentLines.Portion portion) {
        return portion.lines().stream().map(LogLine::message).toList();
    }

    @Test
    void givesTheLastOnesInOrder() {
        add(0, 5);
        assertEquals(List.of("3", "4"), messages(recent.last(2)));
        assertEquals(5, recent.last(100).lines().size());
    }

    @Test
    void givesAReaderWhatItHasNotSeen() {
        add(0, 2);
        long place = recent.last(10).end();
        add(2, 4);
        assertEquals(List.of("2", "3"), messages(recent.after(place)));
        assertEquals(List.of(), messages(recent.after(recent.after(place).end())));
    }

    @Test
    void tellsASlowReaderHowManyItMissed() {
        add(0, RecentLines.MOST_LINES + 7);
        RecentLines.Portion portion = recent.after(0);
        assertEquals(7, portion.missed());
        assertEquals(RecentLines.MOST_LINES, portion.lines().size());
        assertEquals("7", portion.lines().get(0).message());
    }

    @Test
    void holdsFewerLinesWhereTheyAreLong() {
        String longest = "x".repeat(8_000);
        for (int count = 0; count < 500; count++) {
            recent.add(line(longest));
        }
        assertTrue(recent.last(500).lines().size() < 40);
    }

    @Test
    void putsHistoryBeforeWhatCameSinceTheStart() {
        add(0, 2);
        recent.addHistory(List.of(line("old"), line("older than 0")));
        assertEquals(List.of("old", "older than 0", "0", "1"), messages(recent.last(9)));
        assertEquals(List.of("0", "1"), messages(recent.after(0)));
        assertEquals(0, recent.after(0).missed());
    }

    @Test
    void leavesHistoryAwayThatDoesNotJoin() {
        add(0, RecentLines.MOST_LINES + 1);
        recent.addHistory(List.of(line("old")));
        assertEquals("1", recent.last(RecentLines.MOST_LINES).lines().get(0).message());
    }
}
