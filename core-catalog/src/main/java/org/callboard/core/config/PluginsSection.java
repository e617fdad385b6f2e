package org.callboard.core.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.config.DeclaredPlugin.Origin;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.jspecify.annotations.Nullable;

/** What the section {@code plugins} says of the start: which plugins are declared, how often one is tried. */
final class PluginsSection {

    private static final Set<String> KEYS = Set.of("id", "version", "digest", "file", "url");
    private static final String ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final String VERSION = "\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}([.-][A-Za-z0-9_-]{1,100})?";
    private static final String DIGEST = "sha256:[0-9a-f]{64}";
    private static final int MOST_TRIES = 10;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** Not a key of anybody's: where a declaration stands is written to it before files are put over one another. */
    private static final String PLACE = "";

    private PluginsSection() {}

    /**
     * Refuses what could not be used.
     *
     * @param values the document with its values put in
     * @return the values, in which each declaration knows its place
     */
    static Json.Obj checked(Parsed document, Json.Obj values) {
        Json.Obj section = values.object("plugins");
        number(document, section, "startTries", MOST_TRIES);
        number(document, section, "startPauseSeconds", (int) LONGEST_PAUSE.toSeconds());
        Json declared = section.get("declared");
        if (declared == null) {
            return values;
        }
        List<String> path = List.of("plugins", "declared");
        ConfigSchema.require(declared instanceof Json.Arr, document, path, "must be a list of plugins");
        List<Json> placed = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Json item : section.array("declared").items()) {
            List<String> at = List.of("plugins", "declared", Integer.toString(placed.size()));
            placed.add(entry(document, at, item, ids));
        }
        return values.with("plugins", section.with("declared", new Json.Arr(placed)));
    }

    private static void number(Parsed document, Json.Obj section, String key, int most) {
        Json value = section.get(key);
        boolean good = value == null
                || (value instanceof Json.Num number
                        && number.value().stripTrailingZeros().scale() <= 0
                        && number.value().compareTo(BigDecimal.ONE) >= 0
                        && number.value().compareTo(BigDecimal.valueOf(most)) <= 0);
        ConfigSchema.require(good, document, List.of("plugins", key), "must be a whole number from 1 to " + most);
    }

    private static Json entry(Parsed document, List<String> at, Json item, Set<String> ids) {
        if (!(item instanceof Json.Obj entry)) {
            ConfigSchema.require(false, document, at, "must have an id, a version, and a file or a url");
            return item;
        }
        for (String key : entry.fields().keySet()) {
            ConfigSchema.require(
                    KEYS.contains(key),
                    document,
                    at,
                    "has the key '" + key + "'; known are digest, file, id, url, version");
        }
        String id = text(entry, "id");
        ConfigSchema.require(id.matches(ID), document, at, "must have the id of a plugin");
        ConfigSchema.require(ids.add(id), document, at, "declares '" + id + "' once more");
        ConfigSchema.require(
                text(entry, "version").matches(VERSION), document, at, "must have a version of the form 1.2.3");
        checkJar(document, at, entry);
        return entry.with(PLACE, Json.of(place(document.positions().key(at))));
    }

    private static void checkJar(Parsed document, List<String> at, Json.Obj entry) {
        boolean isFile = !text(entry, "file").isEmpty();
        boolean isUrl = !text(entry, "url").isEmpty();
        ConfigSchema.require(isFile != isUrl, document, at, "must have either a file or a url");
        String digest = text(entry, "digest");
        ConfigSchema.require(
                digest.matches(DIGEST) || (isFile && entry.get("digest") == null),
                document,
                at,
                "must have a digest of the form sha256:0123..., in small letters, as 'sha256sum' prints it");
    }

    private static String place(SourcePosition position) {
        String file = position.target();
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1) + ":" + position.line();
    }

    private static String text(Json.Obj entry, String key) {
        return entry.text(key).orElse("");
    }

    /** {@return what a checked configuration declares} */
    static List<DeclaredPlugin> declared(Json.Obj config) {
        List<DeclaredPlugin> declared = new ArrayList<>();
        for (Json item : config.array("plugins", "declared").items()) {
            if (item instanceof Json.Obj entry) {
                @Nullable String file = entry.text("file").orElse(null);
                declared.add(new DeclaredPlugin(
                        text(entry, "id"),
                        text(entry, "version"),
                        entry.text("digest").orElse(null),
                        file == null ? text(entry, "url") : file,
                        file == null ? Origin.URL : Origin.FILE,
                        text(entry, PLACE)));
            }
        }
        return declared;
    }

    /** {@return what a checked configuration says of tries} */
    static StartTries tries(Json.Obj config) {
        return new StartTries(
                whole(config, "startTries", StartTries.DEFAULT.most()),
                Duration.ofSeconds(whole(config, "startPauseSeconds", (int)
                        StartTries.DEFAULT.pause().toSeconds())));
    }

    private static int whole(Json.Obj config, String key, int otherwise) {
        return config.at("plugins", key)
                .map(value -> value instanceof Json.Num number ? number.value().intValueExact() : otherwise)
                .orElse(otherwise);
    }
}
