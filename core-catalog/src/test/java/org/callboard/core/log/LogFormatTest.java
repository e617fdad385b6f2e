package org.callboard.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFormatTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.500Z");

    private static LogLine line(String message) {
        return new LogLine(NOON, "INFO", "org.example.Ledger", "plugin-ledger", message, null);
    }

    @Test
    void writesALineThatOneCanRead() {
        assertEquals(
                "2026-11-21T12:00:00.500Z INFO  [plugin-ledger] org.example.Ledger: booked\n",
                LogFormat.text(line("booked")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a: b [c] d",
                "\ttab",
                "2026-11-21T12:00:00Z ERROR [x] y: z",
                "one\n2026-11-21T12:00:00Z ERROR [x] y: forged",
                "one\r\nERROR two",
                "red \u001b[31m",
                "next\u0085line\u2028and\u2029paragraph",
                "\u202egnikool drawkcab"
            })
    void noMessageIsMoreThanOneLine(String message) {
        String text = LogFormat.text(line(message));
        assertEquals(1, text.lines().count(), text);
        assertTrue(text.chars().noneMatch(character -> character == 0x1b || character == 0x202e), text);
        assertEquals(List.of(line(message)), LogFormat.parse(text));
    }

    @Test
    void noNameOfALoggerOrAThreadLooksLikeAnythingElse() {
        LogLine odd = new LogLine(NOON, "WARN", "a b\n: c", "pool] x: y\n", "said", null);
        assertEquals(List.of(odd), LogFormat.parse(LogFormat.text(odd)));
        assertEquals("said", odd.message());
        assertFalse(odd.logger().contains(" "));
    }

    @Test
    void readsBackStackTracesAndLeavesOutWhatItSeesTheEndOfOnly() {
        LogLine failed =
                new LogLine(NOON, "ERROR", "x", "y", "failed", "java.io.IOException: no\n    at a.b(C.java:1)");
        String text = "f a line\n\tat its.trace()\n" + LogFormat.text(failed) + LogFormat.text(line("next"));
        assertEquals(List.of(failed, line("next")), LogFormat.parse(text));
    }

    @Test
    void cutsWhatIsTooLong() {
        assertTrue(line("x".repeat(1_000_000)).message().length() < 10_000);
    }
}
