package org.callboard.core.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Json;
import org.callboard.core.config.PortalConfig.PreviewLimits;
import org.callboard.core.read.ParsedDocument.Parsed;

/** The section {@code plugins.previews}: how many there may be, and for how long. */
final class PreviewSection {

    static final List<String> PATH = List.of("plugins", "previews");

    private static final String MOST = "most";
    private static final String LIFETIME = "lifetime";
    private static final int USUAL_MOST = 5;
    private static final int HIGHEST_MOST = 50;
    private static final Duration USUAL_LIFETIME = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private PreviewSection() {}

    /** Refuses what could not be used. */
    static void check(Parsed document, Json.Obj values) {
        Optional<Json> section = values.at("plugins", "previews");
        ConfigSchema.require(section.isEmpty() || section.get() instanceof Json.Obj, document, PATH, "must hold keys");
        for (Map.Entry<String, Json> field :
                values.object("plugins", "previews").fields().entrySet()) {
            List<String> path = List.of("plugins", "previews", field.getKey());
            switch (field.getKey()) {
                case MOST ->
                    ConfigSchema.require(
                            number(field.getValue()).isPresent(),
                            document,
                            path,
                            "must be a whole number from 0 to " + HIGHEST_MOST);
                case LIFETIME ->
                    ConfigSchema.require(
                            duration(field.getValue()).isPresent(),
                            document,
                            path,
                            "must be from 1 second to 1 day, written as {minutes: 30}, 30m or PT30M");
                default ->
                    ConfigSchema.require(false, document, path, "is not known; known are " + LIFETIME + ", " + MOST);
            }
        }
    }

    private static Optional<Integer> number(Json value) {
        String text = value instanceof Json.Num number
                ? number.value().toPlainString()
                : value instanceof Json.Text words ? words.value() : "";
        return text.matches("\\d{1,3}")
                ? Optional.of(Integer.parseInt(text)).filter(number -> number <= HIGHEST_MOST)
                : Optional.empty();
    }

    private static Optional<Duration> duration(Json value) {
        return Durations.parse(value, SHORTEST, LONGEST);
    }

    /** {@return what a checked configuration says} */
    static PreviewLimits of(Json.Obj config) {
        return new PreviewLimits(
                config.at("plugins", "previews", MOST)
                        .flatMap(PreviewSection::number)
                        .orElse(USUAL_MOST),
                config.at("plugins", "previews", LIFETIME)
                        .flatMap(PreviewSection::duration)
                        .orElse(USUAL_LIFETIME));
    }
}
