package org.callboard.core.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.callboard.core.session.Sessions.Lifetimes;

/** The section {@code auth.sessions}: for how long somebody who has signed in need not do so again. */
final class SessionsSection {

    static final List<String> PATH = List.of("auth", "sessions");

    private static final String IDLE = "idle";
    private static final String ABSOLUTE = "absolute";
    private static final Duration FEWEST = Duration.ofMinutes(5);
    private static final Duration MOST = Duration.ofDays(90);

    private SessionsSection() {}

    /** Refuses what could not be used. */
    static void check(Parsed document, Json.Obj values) {
        Optional<Json> section = values.at("auth", "sessions");
        ConfigSchema.require(section.isEmpty() || section.get() instanceof Json.Obj, document, PATH, "must hold keys");
        for (Map.Entry<String, Json> field :
                values.object("auth", "sessions").fields().entrySet()) {
            List<String> path = List.of("auth", "sessions", field.getKey());
            boolean isKnown = List.of(IDLE, ABSOLUTE).contains(field.getKey());
            ConfigSchema.require(isKnown, document, path, "is not known; known are " + ABSOLUTE + ", " + IDLE);
            ConfigSchema.require(
                    Durations.parse(field.getValue(), FEWEST, MOST).isPresent(),
                    document,
                    path,
                    "must be from 5 minutes to 90 days, written as {hours: 8}, 8h or PT8H");
        }
    }

    /** {@return what a checked configuration says} */
    static Lifetimes of(Json.Obj config) {
        return new Lifetimes(
                duration(config, IDLE).orElse(Lifetimes.USUAL.idle()),
                duration(config, ABSOLUTE).orElse(Lifetimes.USUAL.absolute()));
    }

    private static Optional<Duration> duration(Json.Obj config, String key) {
        return config.at("auth", "sessions", key).flatMap(value -> Durations.parse(value, FEWEST, MOST));
    }
}
