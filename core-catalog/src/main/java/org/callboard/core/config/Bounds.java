package org.callboard.core.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.core.read.ParsedDocument.Parsed;

/** A section within a section, whose settings are times and numbers within bounds. */
final class Bounds {

    private static final Duration LONGEST = Duration.ofHours(1);

    private final String outer;
    private final String section;
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    private record Rule(long least, long most, boolean isTime) {

        Optional<Long> parse(Json value) {
            Optional<Long> found = isTime
                    ? Durations.parse(value, Duration.ZERO, Duration.ofDays(1)).map(Duration::toMillis)
                    : number(value);
            return found.filter(number -> number >= least && number <= most);
        }

        String range() {
            return isTime
                    ? "must be from " + least + " milliseconds to 1 hour, written as {seconds: 30}, 30s or PT30S"
                    : "must be a whole number from " + least + " to " + most;
        }
    }

    /** A section below {@code plugins}. */
    Bounds(String section) {
        this("plugins", section);
    }

    /** A section below another. */
    Bounds(String outer, String section) {
        this.outer = outer;
        this.section = section;
    }

    /** Knows a time, of an hour at the most. */
    Bounds time(String key, Duration least) {
        rules.put(key, new Rule(least.toMillis(), LONGEST.toMillis(), true));
        return this;
    }

    /** Knows a number. */
    Bounds count(String key, long least, long most) {
        rules.put(key, new Rule(least, most, false));
        return this;
    }

    private static Optional<Long> number(Json value) {
        try {
            BigDecimal number = value instanceof Json.Num num
                    ? num.value()
                    : new BigDecimal(
                            value instanceof Json.Text text ? text.value().strip() : "");
            return Optional.of(number.longValueExact());
        } catch (ArithmeticException | NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    /** Refuses what could not be used. */
    void check(Parsed document, Json.Obj values) {
        Json found = values.object(outer).get(section);
        if (found == null) {
            return;
        }
        ConfigSchema.require(found instanceof Json.Obj, document, List.of(outer, section), "must hold keys");
        values.object(outer, section).fields().forEach((key, value) -> {
            List<String> place = List.of(outer, section, key);
            Rule rule = rules.get(key);
            ConfigSchema.require(
                    rule != null, document, place, "is not known; known are " + String.join(", ", rules.keySet()));
            if (rule != null) {
                ConfigSchema.require(rule.parse(value).isPresent(), document, place, rule.range());
            }
        });
    }

    /** {@return a time of a checked configuration} */
    Duration time(Json.Obj config, String key, Duration otherwise) {
        return Duration.ofMillis(number(config, key, otherwise.toMillis()));
    }

    /** {@return a number of a checked configuration} */
    int count(Json.Obj config, String key, int otherwise) {
        return (int) number(config, key, otherwise);
    }

    private long number(Json.Obj config, String key, long otherwise) {
        Json value = config.object(outer, section).get(key);
        Rule rule = rules.get(key);
        return value == null || rule == null ? otherwise : rule.parse(value).orElse(otherwise);
    }
}
