package org.callboard.core.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.core.read.ParsedDocument.Parsed;
import org.callboard.core.web.AllowedHost;
import org.callboard.core.web.MalformedException;

/** The section {@code reading}: what may be read from the web. Its keys are those of Backstage's {@code backend.reading}. */
final class ReadingSection {

    private static final String EXAMPLE = "must have a host, such as example.com, *.example.com or example.com:8443";

    private ReadingSection() {}

    /**
     * Refuses what could not be used.
     *
     * @param values the document with its values put in
     */
    static void check(Parsed document, Json.Obj values) {
        Json section = values.get("reading");
        if (section == null) {
            return;
        }
        Json allow = values.object("reading").get("allow");
        if (allow != null) {
            checkList(document, List.of("reading", "allow"), allow);
        }
    }

    /** Refuses a list of hosts that could not be used. */
    static void checkList(Parsed document, List<String> path, Json list) {
        ConfigSchema.require(list instanceof Json.Arr, document, path, "must be a list of entries with a host");
        List<Json> entries = list instanceof Json.Arr array ? array.items() : List.of();
        for (int index = 0; index < entries.size(); index++) {
            checkEntry(document, inner(path, Integer.toString(index)), entries.get(index));
        }
    }

    private static void checkEntry(Parsed document, List<String> path, Json item) {
        boolean named = item instanceof Json.Obj entry && entry.text("host").isPresent();
        ConfigSchema.require(named, document, path, EXAMPLE);
        if (!(item instanceof Json.Obj entry)) {
            return;
        }
        for (String key : entry.fields().keySet()) {
            boolean known = Set.of("host", "paths").contains(key);
            ConfigSchema.require(known, document, inner(path, key), "is not known; known are host, paths");
        }
        Json paths = entry.get("paths");
        boolean texts = paths == null || areTexts(paths);
        ConfigSchema.require(texts, document, inner(path, "paths"), "must be a list of what paths start with");
        try {
            AllowedHost unused = entry(entry);
        } catch (MalformedException malformed) {
            ConfigSchema.require(false, document, path, malformed.getMessage() + "; " + lowerFirst(malformed.fix()));
        }
    }

    private static boolean areTexts(Json paths) {
        return paths instanceof Json.Arr array
                && !array.items().isEmpty()
                && array.items().stream().allMatch(Json.Text.class::isInstance);
    }

    private static List<String> inner(List<String> path, String key) {
        List<String> inner = new ArrayList<>(path);
        inner.add(key);
        return inner;
    }

    /** A fix is a sentence, and here part of one. */
    private static String lowerFirst(String sentence) {
        return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1, sentence.length() - 1);
    }

    private static AllowedHost entry(Json.Obj entry) throws MalformedException {
        return AllowedHost.parse(
                entry.text("host").orElse(""), entry.array("paths").texts());
    }

    /** {@return what a checked configuration allows} */
    static List<AllowedHost> allowed(Json.Obj config) {
        return allowed(config.array("reading", "allow"));
    }

    /** {@return what a checked list allows} */
    static List<AllowedHost> allowed(Json.Arr list) {
        List<AllowedHost> allowed = new ArrayList<>();
        for (Json item : list.items()) {
            try {
                allowed.add(entry((Json.Obj) item));
            } catch (MalformedException checked) {
                throw new IllegalStateException(checked);
            }
        }
        return allowed;
    }
}
