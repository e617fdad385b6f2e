package org.callboard.core.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.core.read.ParsedDocument.Parsed;

/** The keys that {@code callboard.yaml} may have. Sections that can be pasted over from Backstage keep keys of theirs. */
final class ConfigSchema {

    private static final Map<String, Set<String>> SECTIONS = Map.of(
            "server", Set.of("host", "port", "baseUrl", "proxies", "tls", "limits"),
            "storage", Set.of("dir", "url", "user", "password"),
            "audit", Set.of("kept", "rows"),
            "auth", Set.of("policy", "tokens", "proxy", "sessions", "people", "groups", "guest", "workloads"),
            "plugins",
                    Set.of(
                            "inbox",
                            "probation",
                            "revisions",
                            "previews",
                            "signatures",
                            "logs",
                            "limits",
                            "tables",
                            "declared",
                            "config",
                            "hosts",
                            "startTries",
                            "startPauseSeconds"),
            "reading", Set.of("allow", "hooks"),
            "catalog", Set.of());

    private static final Set<List<String>> CHECKED_BY_THEIR_SECTION = Set.of(
            List.of("reading", "allow"),
            List.of("plugins", "probation"),
            PreviewSection.PATH,
            TokensSection.PATH,
            EdgeSection.PROXIES,
            EdgeSection.TLS,
            EdgeSection.LIMITS,
            EdgeSection.PROXY,
            SessionsSection.PATH,
            PeopleSection.PEOPLE,
            PeopleSection.GROUPS,
            WorkloadsSection.PATH,
            HooksSection.PATH,
            List.of("plugins", "signatures"),
            PluginLogSection.PATH,
            List.of("plugins", "limits"),
            List.of("plugins", "tables"),
            List.of("plugins", "declared"),
            List.of("plugins", "config"),
            List.of("plugins", "hosts"),
            List.of("audit", "kept"));

    private ConfigSchema() {}

    static void check(Parsed document) {
        for (Map.Entry<String, Json> section : document.tree().fields().entrySet()) {
            checkSection(document, section.getKey(), section.getValue());
        }
        checkCatalog(document);
        checkLocations(document);
    }

    private static void checkSection(Parsed document, String section, Json value) {
        if (section.equals("development")) {
            require(value instanceof Json.Bool, document, List.of(section), "must be true or false");
            return;
        }
        Set<String> keys = SECTIONS.get(section);
        require(
                keys != null,
                document,
                List.of(section),
                "is not known; known are audit, auth, catalog, development, plugins, reading, server, storage");
        require(value instanceof Json.Obj, document, List.of(section), "must hold keys");
        if (keys == null || keys.isEmpty() || !(value instanceof Json.Obj object)) {
            return;
        }
        object.fields().forEach((key, field) -> checkField(document, List.of(section, key), keys, field));
    }

    private static void checkField(Parsed document, List<String> path, Set<String> keys, Json value) {
        String known = String.join(", ", keys.stream().sorted().toList());
        require(keys.contains(path.get(1)), document, path, "is not known; known are " + known);
        boolean single = value instanceof Json.Text || value instanceof Json.Num;
        require(single || CHECKED_BY_THEIR_SECTION.contains(path), document, path, "must be a single value");
    }

    private static void checkCatalog(Parsed document) {
        Json.Obj catalog = document.tree().object("catalog");
        Json readonly = catalog.get("readonly");
        require(
                readonly == null || readonly instanceof Json.Bool,
                document,
                List.of("catalog", "readonly"),
                "must be true or false");
        Json orphans = catalog.get("orphanStrategy");
        require(
                orphans == null || orphans.equals(Json.of("delete")) || orphans.equals(Json.of("keep")),
                document,
                List.of("catalog", "orphanStrategy"),
                "must be delete or keep");
    }

    private static void checkLocations(Parsed document) {
        Json locations = document.tree().object("catalog").get("locations");
        if (locations == null) {
            return;
        }
        require(locations instanceof Json.Arr, document, List.of("catalog", "locations"), "must be a list");
        List<Json> items = locations instanceof Json.Arr array ? array.items() : List.of();
        for (int index = 0; index < items.size(); index++) {
            List<String> path = List.of("catalog", "locations", Integer.toString(index));
            boolean complete = items.get(index) instanceof Json.Obj location
                    && location.text("type").isPresent()
                    && location.text("target").isPresent();
            require(complete, document, path, "must have a type and a target");
        }
    }

    /** Refuses, with the place of a key, what is not good. */
    static void require(boolean good, Parsed document, List<String> path, String rule) {
        if (!good) {
            throw new ConfigException(
                    document.positions().key(path) + ": '" + String.join(".", path) + "' " + rule + ".");
        }
    }
}
