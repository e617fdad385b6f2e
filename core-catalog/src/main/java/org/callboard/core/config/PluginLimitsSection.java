package org.callboard.core.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.core.extension.PluginLimits;
import org.callboard.core.read.ParsedDocument.Parsed;

/** The section {@code plugins.limits}: how much of the portal one plugin may take. */
final class PluginLimitsSection {

    private static final PluginLimits DEFAULT = PluginLimits.DEFAULT;
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final long MEBIBYTE = 1L << 20;

    /** What may be set, and what of it is usable. */
    private static final Map<String, Rule> RULES = rules();

    private record Rule(long least, long most, boolean isTime) {

        static Rule time(Duration least) {
            return new Rule(least.toMillis(), LONGEST.toMillis(), true);
        }

        static Rule count(long least, long most) {
            return new Rule(least, most, false);
        }

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

    private PluginLimitsSection() {}

    private static Map<String, Rule> rules() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        rules.put("requestDeadline", Rule.time(Duration.ofMillis(100)));
        rules.put("callDeadline", Rule.time(Duration.ofMillis(100)));
        rules.put("requests", Rule.count(1, 64));
        rules.put("calls", Rule.count(1, 64));
        rules.put("answerMebibytes", Rule.count(1, 4_096));
        rules.put("failures", Rule.count(2, 1_000));
        rules.put("failureWindow", Rule.time(Duration.ofSeconds(1)));
        rules.put("coolDown", Rule.time(Duration.ofMillis(100)));
        return rules;
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
    static void check(Parsed document, Json.Obj values) {
        Json section = values.object("plugins").get("limits");
        if (section == null) {
            return;
        }
        List<String> path = List.of("plugins", "limits");
        ConfigSchema.require(section instanceof Json.Obj, document, path, "must hold keys");
        values.object("plugins").object("limits").fields().forEach((key, value) -> {
            List<String> place = List.of("plugins", "limits", key);
            Rule rule = RULES.get(key);
            ConfigSchema.require(
                    rule != null, document, place, "is not known; known are " + String.join(", ", RULES.keySet()));
            if (rule != null) {
                ConfigSchema.require(rule.parse(value).isPresent(), document, place, rule.range());
            }
        });
    }

    /** {@return what a checked configuration says} */
    static PluginLimits of(Json.Obj config) {
        Json.Obj section = config.object("plugins").object("limits");
        return new PluginLimits(
                time(section, "requestDeadline", DEFAULT.requestDeadline()),
                time(section, "callDeadline", DEFAULT.callDeadline()),
                (int) number(section, "requests", DEFAULT.requests()),
                (int) number(section, "calls", DEFAULT.calls()),
                number(section, "answerMebibytes", DEFAULT.answerBytes() / MEBIBYTE) * MEBIBYTE,
                new PluginLimits.Breaking(
                        (int) number(section, "failures", DEFAULT.breaking().failures()),
                        time(section, "failureWindow", DEFAULT.breaking().window()),
                        time(section, "coolDown", DEFAULT.breaking().coolDown())));
    }

    private static Duration time(Json.Obj section, String key, Duration otherwise) {
        return Duration.ofMillis(number(section, key, otherwise.toMillis()));
    }

    private static long number(Json.Obj section, String key, long otherwise) {
        Json value = section.get(key);
        Rule rule = RULES.get(key);
        return value == null || rule == null ? otherwise : rule.parse(value).orElse(otherwise);
    }
}
