package org.callboard.core.config;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.api.model.Json;

/** Durations in the forms that Backstage takes: an object of units, {@code 2m} or {@code PT2M}. */
public final class Durations {

    private static final Pattern SHORT = Pattern.compile(
            "([0-9]{1,9}(?:\\.[0-9]{1,3})?) ?(ms|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)");
    private static final Map<String, Duration> UNITS = Map.of(
            "milliseconds", Duration.ofMillis(1),
            "seconds", Duration.ofSeconds(1),
            "minutes", Duration.ofMinutes(1),
            "hours", Duration.ofHours(1),
            "days", Duration.ofDays(1));

    private Durations() {}

    /** {@return the duration, where the value is one between these two} */
    public static Optional<Duration> parse(Json value, Duration shortest, Duration longest) {
        Optional<Duration> found = Optional.empty();
        if (value instanceof Json.Text text) {
            found = text(text.value().strip());
        } else if (value instanceof Json.Obj object) {
            found = units(object);
        }
        return found.filter(duration -> duration.compareTo(shortest) >= 0 && duration.compareTo(longest) <= 0);
    }

    private static Optional<Duration> text(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (matcher.matches()) {
            return Optional.of(times(unit(matcher.group(2)), new BigDecimal(matcher.group(1))));
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException | ArithmeticException malformed) {
            return Optional.empty();
        }
    }

    /** {@return the duration in its longest unit that it is a whole number of} */
    static String words(Duration duration) {
        long millis = duration.toMillis();
        for (String name : List.of("d", "h", "m", "s")) {
            long unit = unit(name).toMillis();
            if (millis > 0 && millis % unit == 0) {
                return millis / unit + name;
            }
        }
        return millis + "ms";
    }

    private static Duration unit(String name) {
        if (name.equals("ms")) {
            return Duration.ofMillis(1);
        }
        return switch (name.charAt(0)) {
            case 's' -> Duration.ofSeconds(1);
            case 'm' -> Duration.ofMinutes(1);
            case 'h' -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }

    private static Optional<Duration> units(Json.Obj object) {
        Duration sum = Duration.ZERO;
        for (Map.Entry<String, Json> field : object.fields().entrySet()) {
            Duration unit = UNITS.get(field.getKey());
            if (unit == null
                    || !(field.getValue() instanceof Json.Num number)
                    || number.value().abs().compareTo(BigDecimal.valueOf(1_000_000_000)) > 0) {
                return Optional.empty();
            }
            sum = sum.plus(times(unit, number.value()));
        }
        return Optional.of(sum);
    }

    private static Duration times(Duration unit, BigDecimal count) {
        return Duration.ofMillis(count.multiply(BigDecimal.valueOf(unit.toMillis()))
                .toBigInteger()
                .longValue());
    }
}
