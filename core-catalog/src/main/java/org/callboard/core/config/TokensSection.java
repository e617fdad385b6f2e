package org.callboard.core.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.core.read.ParsedDocument.Parsed;

/** The section {@code auth.tokens}: for how long a machine's token may be good. */
final class TokensSection {

    static final List<String> PATH = List.of("auth", "tokens");

    private static final String LONGEST = "longest";
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final Duration FEWEST = Duration.ofDays(1);
    private static final Duration MOST = Duration.ofDays(3_650);

    private TokensSection() {}

    /** Refuses what could not be used. */
    static void check(Parsed document, Json.Obj values) {
        Optional<Json> section = values.at("auth", "tokens");
        ConfigSchema.require(section.isEmpty() || section.get() instanceof Json.Obj, document, PATH, "must hold keys");
        for (Map.Entry<String, Json> field :
                values.object("auth", "tokens").fields().entrySet()) {
            List<String> path = List.of("auth", "tokens", field.getKey());
            ConfigSchema.require(field.getKey().equals(LONGEST), document, path, "is not known; known are " + LONGEST);
            ConfigSchema.require(
                    duration(field.getValue()).isPresent(),
                    document,
                    path,
                    "must be from 1 to 3650 days, written as {days: 90}, 90d or P90D");
        }
    }

    private static Optional<Duration> duration(Json value) {
        return Durations.parse(value, FEWEST, MOST);
    }

    /** {@return what a checked configuration says} */
    static Duration longest(Json.Obj config) {
        return config.at("auth", "tokens", LONGEST)
                .flatMap(TokensSection::duration)
                .orElse(A_YEAR);
    }
}
