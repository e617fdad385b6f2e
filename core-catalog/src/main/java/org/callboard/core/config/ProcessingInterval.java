package org.callboard.core.config;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.core.read.ParsedDocument.Parsed;

/** {@code catalog.processingInterval}, see {@link Durations}. */
final class ProcessingInterval {

    static final Duration DEFAULT = Duration.ofMinutes(2);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final List<String> PATH = List.of("catalog", "processingInterval");

    private ProcessingInterval() {}

    static void check(Parsed document, Json.Obj values) {
        Json value = values.object("catalog").get("processingInterval");
        if (value != null) {
            ConfigSchema.require(
                    parse(value).isPresent(),
                    document,
                    PATH,
                    "must be from 10 seconds to 1 day, written as {minutes: 2}, 2m or PT2M");
        }
    }

    /** {@return what a checked configuration says} */
    static Duration of(Json.Obj config) {
        return config.at("catalog", "processingInterval")
                .flatMap(ProcessingInterval::parse)
                .orElse(DEFAULT);
    }

    private static Optional<Duration> parse(Json value) {
        return Durations.parse(value, SHORTEST, LONGEST);
    }
}
