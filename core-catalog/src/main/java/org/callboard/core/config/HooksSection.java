package org.callboard.core.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.callboard.api.model.Json;
import org.callboard.core.hook.Hook;
import org.callboard.core.read.ParsedDocument.Parsed;

/** The list {@code reading.hooks}: by which names and secrets code hosts tell of pushes. */
final class HooksSection {

    static final List<String> PATH = List.of("reading", "hooks");
    static final String KEY = "reading.hooks";

    private static final int MOST = 200;
    private static final int SHORTEST = 16;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Set<String> KEYS = Set.of("name", "secret");

    private HooksSection() {}

    /** Refuses what could not be used. */
    static void check(Parsed document, Json.Obj values) {
        Json section = values.object("reading").get("hooks");
        boolean isList = section == null
                || (section instanceof Json.Arr list && list.items().size() <= MOST);
        ConfigSchema.require(isList, document, PATH, "must be a list of at most " + MOST + " hooks");
        List<Json> items = values.array("reading", "hooks").items();
        Set<String> names = new HashSet<>();
        for (int index = 0; index < items.size(); index++) {
            List<String> place = List.of("reading", "hooks", Integer.toString(index));
            String name = checked(document, place, items.get(index));
            ConfigSchema.require(names.add(name), document, place, "has the name '" + name + "', as another has");
        }
    }

    /** {@return the name} */
    private static String checked(Parsed document, List<String> place, Json item) {
        boolean isPair = item instanceof Json.Obj hook && hook.fields().keySet().equals(KEYS);
        ConfigSchema.require(isPair, document, place, "must have a name and a secret, and nothing else");
        Json.Obj hook = item instanceof Json.Obj object ? object : Json.Obj.EMPTY;
        String name = hook.text("name").orElse("");
        ConfigSchema.require(
                name.length() <= 100 && NAME.matcher(name).matches(),
                document,
                place,
                "must have a name of lower-case letters, digits and hyphens, as it stands in an address");
        ConfigSchema.require(
                hook.text("secret").orElse("").length() >= SHORTEST,
                document,
                place,
                "must have a secret of at least " + SHORTEST + " characters, such as openssl rand -hex 32 makes");
        return name;
    }

    /** {@return what a checked configuration says} */
    static List<Hook> of(Json.Obj config) {
        return config.array("reading", "hooks").items().stream()
                .map(item -> (Json.Obj) item)
                .map(hook -> new Hook(
                        hook.text("name").orElseThrow(), hook.text("secret").orElseThrow()))
                .toList();
    }
}
