package org.callboard.plugin.scorecards.rule;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Json;

/** Texts, times and lengths of time as values and standards have them. */
public final class Readings {

    private static final int LONGEST_TIME = 40;
    private static final Map<Character, Duration> UNITS = Map.of(
            'm', Duration.ofMinutes(1),
            'h', Duration.ofHours(1),
            'd', Duration.ofDays(1),
            'w', Duration.ofDays(7),
            'y', Duration.ofDays(365));

    private Readings() {}

    /** {@return a text, or a number or truth as one is written} */
    static Optional<String> text(Json value) {
        if (value instanceof Json.Text text) {
            return Optional.of(text.value());
        }
        if (value instanceof Json.Num number) {
            return Optional.of(number.value().toString());
        }
        return value instanceof Json.Bool bool
                ? Optional.of(bool == Json.Bool.TRUE ? "true" : "false")
                : Optional.empty();
    }

    /** {@return the time that a text says: {@code 2026-11-22}, {@code 2026-11-22T10:00:00Z}; a number counts seconds since 1970} */
    static Optional<Instant> time(Json value) {
        try {
            if (value instanceof Json.Num number) {
                return Optional.of(Instant.ofEpochSecond(seconds(number.value())));
            }
            return value instanceof Json.Text text ? time(text.value()) : Optional.empty();
        } catch (DateTimeException | ArithmeticException none) {
            return Optional.empty();
        }
    }

    private static long seconds(BigDecimal number) {
        if (number.precision() - number.scale() > 12) {
            throw new ArithmeticException("This is no time.");
        }
        return number.longValue();
    }

    /**
     * {@return the time that a text says}
     *
     * @throws DateTimeException where it says none
     */
    public static Optional<Instant> time(String text) {
        if (text.length() > LONGEST_TIME) {
            return Optional.empty();
        }
        return Optional.of(
                text.length() == 10
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : OffsetDateTime.parse(text).toInstant());
    }

    /** {@return the length of time that a text such as {@code 90d}, {@code 12h} or {@code 2w} says} */
    public static Optional<Duration> duration(String text) {
        if (!text.matches("[0-9]{1,5}[mhdwy]")) {
            return Optional.empty();
        }
        Duration unit = UNITS.getOrDefault(text.charAt(text.length() - 1), Duration.ZERO);
        return Optional.of(unit.multipliedBy(Long.parseLong(text.substring(0, text.length() - 1))));
    }
}
