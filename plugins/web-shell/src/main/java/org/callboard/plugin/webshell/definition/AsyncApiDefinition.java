package org.callboard.plugin.webshell.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.Json;
import org.callboard.plugin.webshell.definition.Definition.Fields;
import org.callboard.plugin.webshell.definition.Definition.Item;
import org.callboard.plugin.webshell.definition.Definition.Kind;
import org.callboard.plugin.webshell.definition.Definition.Part;
import org.callboard.plugin.webshell.definition.Definition.Sample;
import org.callboard.plugin.webshell.definition.Definition.Section;
import org.callboard.plugin.webshell.definition.Definition.Server;
import org.jspecify.annotations.Nullable;

/** AsyncAPI 2 and 3: what is sent and received on which channel, messages and schemas. */
final class AsyncApiDefinition {

    private static final String SCHEMAS = "#/components/schemas/";

    private final Document document;
    private final Json.Obj root;
    private final String language;

    AsyncApiDefinition(Document document, String language) {
        this.document = document;
        this.root = document.root;
        this.language = language;
    }

    Definition read() {
        Json.Obj info = root.object("info");
        List<Item> schemas = Schemas.announced(document, SCHEMAS);
        List<Item> messages = messages();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("Operations", "", operations()));
        sections.add(new Section("Channels", "", channels()));
        sections.add(new Section("Messages", "", messages));
        sections.add(new Section("Schemas", "", Schemas.filled(document, schemas, SCHEMAS)));
        sections.removeIf(section -> section.items().isEmpty());
        return new Definition(
                "AsyncAPI " + Limits.name(Words.text(root, "asyncapi")),
                language,
                Limits.name(Words.text(info, "title")),
                Limits.name(Words.text(info, "version")),
                Words.text(info, "description"),
                servers(),
                sections,
                document.limits.notes());
    }

    private List<Server> servers() {
        List<Server> servers = new ArrayList<>();
        root.object("servers").fields().forEach((name, value) -> {
            Json.Obj server = document.follow(value);
            String address = server.get("url") == null
                    ? Words.text(server, "host") + Words.text(server, "pathname")
                    : Words.text(server, "url");
            String protocol = Words.text(server, "protocol");
            String said = Words.text(server, "description");
            String description =
                    name + (protocol.isEmpty() ? "" : ", " + protocol) + (said.isEmpty() ? "" : ": " + said);
            servers.add(new Server(Limits.name(address), Limits.text(description)));
        });
        return servers.subList(0, Math.min(20, servers.size()));
    }

    private List<Item> messages() {
        List<Item> items = new ArrayList<>();
        root.object("components", "messages").fields().forEach((name, value) -> {
            if (document.limits.takeItem()) {
                Json.Obj message = document.follow(value);
                String id = document.limits.id("message", name);
                document.announce("#/components/messages/" + name, id);
                items.add(item(id, "message", name, message, parts(message)));
            }
        });
        return items;
    }

    /** In version 2 an operation stands in its channel, in version 3 beside it. */
    private List<Item> operations() {
        List<Item> items = new ArrayList<>();
        root.object("operations").fields().forEach((name, value) -> {
            Json.Obj operation = document.follow(value);
            String channel = channel(operation.get("channel"));
            add(items, Words.text(operation, "action"), channel.isEmpty() ? name : channel, name, operation);
        });
        root.object("channels").fields().forEach((name, value) -> {
            Json.Obj channel = document.follow(value);
            for (String action : List.of("publish", "subscribe")) {
                if (channel.get(action) instanceof Json.Obj operation) {
                    add(items, action, name, Words.text(operation, "operationId"), operation);
                }
            }
        });
        return items;
    }

    private String channel(@Nullable Json reference) {
        String address = Words.text(document.follow(reference), "address");
        String named = Document.reference(reference);
        return address.isEmpty() && named != null ? Document.name(named) : address;
    }

    private void add(List<Item> items, String action, String channel, String called, Json.Obj operation) {
        if (!document.limits.takeItem()) {
            return;
        }
        List<Part> parts = new ArrayList<>();
        for (Json.Obj message : carried(operation)) {
            parts.addAll(parts(message));
        }
        Json.Obj reply = document.follow(operation.get("reply"));
        for (Json message : reply.array("messages").items()) {
            parts.addAll(parts(object(message)));
        }
        String id = document.limits.id("op", called.isEmpty() ? action + channel : called);
        items.add(item(id, action, channel, operation, parts));
    }

    private List<Json.Obj> carried(Json.Obj operation) {
        List<Json.Obj> messages = new ArrayList<>();
        Json message = operation.get("message");
        if (message != null) {
            List<Json> choices = document.follow(message).array("oneOf").items();
            (choices.isEmpty() ? List.of(message) : choices).forEach(one -> messages.add(object(one)));
        }
        operation.array("messages").items().forEach(one -> messages.add(object(one)));
        return messages;
    }

    private List<Item> channels() {
        List<Item> items = new ArrayList<>();
        root.object("channels").fields().forEach((name, value) -> {
            if (document.limits.takeItem()) {
                Json.Obj channel = document.follow(value);
                List<Part> parts = new ArrayList<>();
                parameters(channel, parts);
                channel.object("messages").fields().values().forEach(message -> parts.addAll(parts(object(message))));
                String address = Words.text(channel, "address");
                String id = document.limits.id("channel", name);
                document.announce("#/channels/" + name.replace("~", "~0").replace("/", "~1"), id);
                items.add(item(id, "channel", address.isEmpty() ? name : address, channel, parts));
            }
        });
        return items;
    }

    private void parameters(Json.Obj channel, List<Part> parts) {
        List<Definition.Field> rows = new ArrayList<>();
        for (Map.Entry<String, Json> one : channel.object("parameters").fields().entrySet()) {
            Json.Obj parameter = document.follow(one.getValue());
            Json.Obj schema =
                    parameter.get("schema") instanceof Json.Obj own ? own : parameter.with("type", Json.of("string"));
            rows.addAll(SchemaFields.row(document, one.getKey(), schema, true, Words.text(parameter, "description")));
        }
        if (!rows.isEmpty()) {
            parts.add(new Fields("In the address", Kind.NONE, "", rows));
        }
    }

    /** A reference may go by way of a channel. */
    private List<Part> parts(Json.Obj reference) {
        Json.Obj message = document.follow(reference);
        List<Part> parts = new ArrayList<>();
        String named = Document.reference(reference);
        String name = named == null ? Words.text(message, "name") : Document.name(named);
        String suffix = name.isEmpty() ? "" : " of " + Limits.name(name);
        if (message.get("headers") instanceof Json.Obj headers) {
            parts.add(SchemaFields.of(document, "Headers" + suffix, headers));
        }
        Json.Obj payload = payload(message);
        Fields fields = SchemaFields.of(document, "Payload" + suffix, payload);
        String said = Words.text(message, "description");
        String target = named == null ? "" : document.target(named);
        parts.add(new Fields(
                fields.title(),
                target.isEmpty() ? fields.kind() : new Kind(Limits.name(name), target),
                said.isEmpty() ? Words.text(message, "summary") : said,
                fields.fields()));
        Json given = Examples.given(document, message);
        parts.add(new Sample(
                "Example" + suffix, "json", PrettyJson.of(given == null ? Examples.of(document, payload) : given)));
        return parts;
    }

    /** In version 3 a payload of another format stands in a schema object. */
    private static Json.Obj payload(Json.Obj message) {
        Json.Obj payload = object(message.get("payload"));
        return payload.get("schemaFormat") != null && payload.get("schema") instanceof Json.Obj inner ? inner : payload;
    }

    private static Item item(String id, String mark, String name, Json.Obj said, List<Part> parts) {
        String title = Words.text(said, "title");
        String summary = Words.text(said, "summary");
        return new Item(
                id,
                Limits.name(mark),
                Limits.name(name),
                Limits.name(summary.isEmpty() ? title : summary),
                Words.isTrue(said, "deprecated"),
                Words.text(said, "description"),
                parts);
    }

    private static Json.Obj object(@Nullable Json value) {
        return value instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }
}
