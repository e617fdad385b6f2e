package org.callboard.core.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.callboard.api.model.Json;
import org.callboard.core.log.LogSettings;
import org.callboard.core.read.ParsedDocument.Parsed;

/** The section {@code plugins.logs}: whole numbers that bound what is kept of what a plugin logs. */
final class PluginLogSection {

    static final List<String> PATH = List.of("plugins", "logs");

    private static final String LINES = "linesPerSecond";
    private static final String SIZE = "fileKilobytes";
    private static final String FILES = "files";
    private static final String DAYS = "keepDays";
    private static final Map<String, Integer> MOST =
            new TreeMap<>(Map.of(LINES, 100_000, SIZE, 1_000_000, FILES, 100, DAYS, 3_650));

    private PluginLogSection() {}

    /** Refuses what could not be used. */
    static void check(Parsed document, Json.Obj values) {
        Optional<Json> section = values.at("plugins", "logs");
        ConfigSchema.require(section.isEmpty() || section.get() instanceof Json.Obj, document, PATH, "must hold keys");
        for (Map.Entry<String, Json> field :
                values.object("plugins", "logs").fields().entrySet()) {
            List<String> path = List.of("plugins", "logs", field.getKey());
            Integer most = MOST.get(field.getKey());
            ConfigSchema.require(
                    most != null, document, path, "is not known; known are " + String.join(", ", MOST.keySet()));
            long number = number(field.getValue()).orElse(0L);
            ConfigSchema.require(
                    most != null && number >= 1 && number <= most,
                    document,
                    path,
                    "must be a whole number from 1 to " + most);
        }
    }

    private static Optional<Long> number(Json value) {
        String text = value instanceof Json.Num number
                ? number.value().toPlainString()
                : value instanceof Json.Text words ? words.value() : "";
        return text.matches("\\d{1,9}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** {@return what a checked configuration says} */
    static LogSettings of(Json.Obj config) {
        LogSettings otherwise = LogSettings.DEFAULT;
        return new LogSettings(
                (int) at(config, LINES, otherwise.linesPerSecond()),
                at(config, SIZE, otherwise.fileBytes() / 1_024) * 1_024,
                (int) at(config, FILES, otherwise.files()),
                Duration.ofDays(at(config, DAYS, otherwise.keep().toDays())));
    }

    private static long at(Json.Obj config, String key, long otherwise) {
        return config.at("plugins", "logs", key)
                .flatMap(PluginLogSection::number)
                .orElse(otherwise);
    }
}
