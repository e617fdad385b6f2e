package org.callboard.core.settings;

import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.callboard.api.config.Secret;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.core.config.Durations;
import org.jspecify.annotations.Nullable;

/** The sorts of single values. */
@SuppressWarnings("ImmutableEnumChecker") // the parsers have no state
enum Scalar {
    TEXT(String.class, "text", "text", text -> text),
    YES_OR_NO(boolean.class, "true or false", "true", Scalar::bool),
    WHOLE(int.class, "whole number", "10", Integer::valueOf),
    LONG_WHOLE(long.class, "whole number", "10", Long::valueOf),
    NUMBER(double.class, "number", "0.5", Scalar::finite),
    DECIMAL(BigDecimal.class, "decimal number", "0.5", Scalar::decimal),
    DURATION(Duration.class, "duration, such as 10m, PT10M or {minutes: 10}", "10m", Scalar::duration),
    TIME(LocalTime.class, "time of day, such as 07:30", "'07:30'", LocalTime::parse),
    ZONE(ZoneId.class, "time zone, such as Europe/Berlin", "Europe/Berlin", ZoneId::of),
    URL(URI.class, "URL, such as https://example.com", "https://example.com", Scalar::url),
    ENTITY(
            EntityRef.class,
            "reference of an entity, such as component:default/ledger",
            "component:default/ledger",
            EntityRef::parse),
    SECRET(Secret.class, "secret", "${file:/run/secrets/name}", Scalar::secret);

    private static final Duration LONGEST = Duration.ofDays(36_500);
    private static final int MOST_DIGITS = 100;
    private static final Map<String, Class<?>> BOXED = Map.of(
            "java.lang.Boolean", boolean.class,
            "java.lang.Integer", int.class,
            "java.lang.Long", long.class,
            "java.lang.Double", double.class);

    private final Class<?> type;
    private final String words;
    private final String example;
    private final Function<String, Object> parser;

    Scalar(Class<?> type, String words, String example, Function<String, Object> parser) {
        this.type = type;
        this.words = words;
        this.example = example;
        this.parser = parser;
    }

    /** {@return the sort whose values are of a class, if there is one} */
    static Optional<Scalar> of(String className) {
        String name = BOXED.containsKey(className) ? BOXED.get(className).getName() : className;
        for (Scalar scalar : values()) {
            if (scalar.type.getName().equals(name)) {
                return Optional.of(scalar);
            }
        }
        return Optional.empty();
    }

    String words() {
        return words;
    }

    String example() {
        return example;
    }

    /** {@return the value, or null where it is none of this sort} */
    @Nullable Object parse(Json value) {
        if (this == DURATION && value instanceof Json.Obj) {
            return Durations.parse(value, Duration.ZERO, LONGEST).orElse(null);
        }
        String text = text(value);
        try {
            return text == null ? null : parser.apply(this == TEXT || this == SECRET ? text : text.strip());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException | PortalException malformed) {
            return null;
        }
    }

    /** {@return the text of a single value, or null where it is not single} */
    static @Nullable String text(Json value) {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        if (value instanceof Json.Num number) {
            return Math.abs(number.value().scale()) > MOST_DIGITS
                    ? null
                    : number.value().toPlainString();
        }
        return value instanceof Json.Bool bool ? bool.name().toLowerCase(Locale.ROOT) : null;
    }

    private static Object bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Object finite(String text) {
        double number = decimal(text).doubleValue();
        if (Double.isInfinite(number)) {
            throw new ArithmeticException("too large");
        }
        return number;
    }

    private static BigDecimal decimal(String text) {
        if (text.length() > MOST_DIGITS) {
            throw new IllegalArgumentException("too long");
        }
        return new BigDecimal(text);
    }

    private static Object duration(String text) {
        return Durations.parse(Json.of(text), Duration.ZERO, LONGEST)
                .orElseThrow(() -> new IllegalArgumentException("no duration"));
    }

    private static Object url(String text) {
        URI url = URI.create(text);
        if (!url.isAbsolute()) {
            throw new IllegalArgumentException("not whole");
        }
        return url;
    }

    private static Object secret(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
        return Secret.of(text);
    }
}
