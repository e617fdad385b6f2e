package org.callboard.plugin.webshell.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.callboard.api.model.Json;
import org.callboard.plugin.webshell.definition.Definition.Fields;
import org.callboard.plugin.webshell.definition.Definition.Item;
import org.callboard.plugin.webshell.definition.Definition.Part;
import org.callboard.plugin.webshell.definition.Definition.Section;
import org.callboard.plugin.webshell.definition.Definition.Server;

/** OpenAPI 2 (Swagger), 3.0 and 3.1: operations by tag, what they take and answer, schemas, and how callers prove who they are. */
final class OpenApiDefinition {

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private final Document document;
    private final Json.Obj root;
    private final String language;

    OpenApiDefinition(Document document, String language) {
        this.document = document;
        this.root = document.root;
        this.language = language;
    }

    Definition read() {
        Json.Obj info = root.object("info");
        List<Item> schemas = Schemas.announced(document, "#/definitions/", "#/components/schemas/");
        List<Server> servers = servers();
        String first =
                servers.isEmpty() ? "https://example.com" : servers.get(0).address();
        List<Section> sections = new ArrayList<>(operations(new OpenApiOperation(document, first)));
        sections.add(new Section("Authentication", "", authentication()));
        sections.add(new Section(
                "Schemas", "", Schemas.filled(document, schemas, "#/definitions/", "#/components/schemas/")));
        sections.removeIf(section -> section.items().isEmpty());
        String version = Words.text(root, root.get("swagger") != null ? "swagger" : "openapi");
        return new Definition(
                "OpenAPI " + Limits.name(version),
                language,
                Limits.name(Words.text(info, "title")),
                Limits.name(Words.text(info, "version")),
                Words.text(info, "description"),
                servers,
                sections,
                document.limits.notes());
    }

    private List<Server> servers() {
        List<Server> servers = new ArrayList<>();
        for (Json one : root.array("servers").items()) {
            Json.Obj server = document.follow(one);
            servers.add(new Server(filled(server), Words.text(server, "description")));
        }
        String host = Words.text(root, "host");
        if (!host.isEmpty()) {
            List<String> schemes = root.array("schemes").texts();
            String scheme = schemes.contains("https") || schemes.isEmpty() ? "https" : schemes.get(0);
            servers.add(new Server(Limits.name(scheme + "://" + host + Words.text(root, "basePath")), ""));
        }
        return servers.subList(0, Math.min(20, servers.size()));
    }

    /** {@return the server's address with the defaults of its variables} */
    private static String filled(Json.Obj server) {
        String address = Words.text(server, "url");
        for (Map.Entry<String, Json> variable :
                server.object("variables").fields().entrySet()) {
            if (variable.getValue() instanceof Json.Obj facts && facts.get("default") != null) {
                address = address.replace("{" + variable.getKey() + "}", Words.text(facts, "default"));
            }
        }
        return Limits.name(address);
    }

    private List<Section> operations(OpenApiOperation reader) {
        Map<String, List<Item>> byTag = new LinkedHashMap<>();
        Map<String, String> descriptions = new LinkedHashMap<>();
        for (Json one : root.array("tags").items()) {
            Json.Obj tag = document.follow(one);
            byTag.put(Words.text(tag, "name"), new ArrayList<>());
            descriptions.put(Words.text(tag, "name"), Words.text(tag, "description"));
        }
        root.object("paths").fields().forEach((path, item) -> add(byTag, reader, path, item, ""));
        root.object("webhooks").fields().forEach((name, item) -> add(byTag, reader, name, item, "Webhooks"));
        List<Section> sections = new ArrayList<>();
        byTag.forEach(
                (tag, items) -> sections.add(new Section(Limits.name(tag), descriptions.getOrDefault(tag, ""), items)));
        return sections;
    }

    private void add(
            Map<String, List<Item>> byTag, OpenApiOperation reader, String path, Json pathItem, String section) {
        Json.Obj holder = document.follow(pathItem);
        for (String method : METHODS) {
            if (holder.get(method) instanceof Json.Obj operation && document.limits.takeItem()) {
                List<String> tags = operation.array("tags").texts();
                String usual = tags.isEmpty() ? "Operations" : tags.get(0);
                byTag.computeIfAbsent(section.isEmpty() ? usual : section, tag -> new ArrayList<>())
                        .add(reader.item(method.toUpperCase(Locale.ROOT), path, holder, operation));
            }
        }
    }

    private List<Item> authentication() {
        Map<String, Json> schemes =
                new LinkedHashMap<>(root.object("securityDefinitions").fields());
        schemes.putAll(root.object("components", "securitySchemes").fields());
        List<Item> items = new ArrayList<>();
        schemes.forEach((name, value) -> {
            if (document.limits.takeItem()) {
                Json.Obj scheme = document.follow(value);
                String id = document.limits.id("auth", name);
                items.add(new Item(
                        id,
                        Limits.name(Words.text(scheme, "type")),
                        Limits.name(name),
                        manner(scheme),
                        false,
                        Words.text(scheme, "description"),
                        flows(scheme)));
            }
        });
        return items;
    }

    private static String manner(Json.Obj scheme) {
        return switch (Words.text(scheme, "type")) {
            case "apiKey" -> "in the " + Words.text(scheme, "in") + " as " + Words.text(scheme, "name");
            case "http" ->
                Words.text(scheme, "scheme")
                        + (scheme.get("bearerFormat") == null ? "" : ", " + Words.text(scheme, "bearerFormat"));
            case "openIdConnect" -> Words.text(scheme, "openIdConnectUrl");
            default -> Words.text(scheme, "flow");
        };
    }

    private List<Part> flows(Json.Obj scheme) {
        Map<String, Json> flows = new LinkedHashMap<>(scheme.object("flows").fields());
        if (scheme.get("scopes") != null) {
            flows.put(Words.text(scheme, "flow"), scheme);
        }
        List<Part> parts = new ArrayList<>();
        flows.forEach((name, flow) -> {
            List<Definition.Field> rows = new ArrayList<>();
            document.follow(flow).object("scopes").fields().forEach((scope, text) -> {
                if (document.limits.takeField()) {
                    rows.add(new Definition.Field(
                            Limits.name(scope), 0, Definition.Kind.NONE, false, false, Words.plain(text), ""));
                }
            });
            parts.add(new Fields("Scopes, " + Limits.name(name), Definition.Kind.NONE, "", rows));
        });
        return parts;
    }
}
