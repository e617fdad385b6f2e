package org.callboard.plugin.webshell.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.plugin.webshell.definition.Definition.Field;
import org.callboard.plugin.webshell.definition.Definition.Fields;
import org.callboard.plugin.webshell.definition.Definition.Item;
import org.callboard.plugin.webshell.definition.Definition.Kind;
import org.callboard.plugin.webshell.definition.Definition.Part;
import org.callboard.plugin.webshell.definition.Definition.Sample;
import org.callboard.plugin.webshell.definition.Definition.Section;

/** A protobuf file: its services with their methods, messages and enums. */
final class ProtobufDefinition {

    private final ProtobufFile file;
    private final Limits limits;
    private final Map<String, String> ids = new LinkedHashMap<>();

    ProtobufDefinition(String text, Limits limits) throws UnreadableDefinitionException {
        this.file = ProtobufFile.read(Tokens.of(text, Tokens.Style.PROTOBUF));
        this.limits = limits;
    }

    Definition read() {
        for (Proto.Message message : file.messages) {
            if (limits.takeItem()) {
                ids.put(message.name(), limits.id("type", message.name()));
            }
        }
        List<Section> sections = services();
        sections.add(new Section("Messages", "", types("message")));
        sections.add(new Section("Enums", "", types("enum")));
        sections.removeIf(section -> section.items().isEmpty());
        noteImports();
        return new Definition(
                "Protobuf, " + Limits.name(file.syntax),
                "protobuf",
                Limits.name(file.pack),
                "",
                file.description,
                List.of(),
                sections,
                limits.notes());
    }

    private List<Section> services() {
        List<Section> sections = new ArrayList<>();
        for (Proto.Service service : file.services) {
            List<Item> items = new ArrayList<>();
            for (Proto.Method method : service.methods()) {
                if (limits.takeItem()) {
                    items.add(method(service, method));
                }
            }
            sections.add(new Section(Limits.name("Service " + service.name()), service.description(), items));
        }
        return sections;
    }

    private void noteImports() {
        if (!file.imports.isEmpty()) {
            limits.note("It imports "
                    + String.join(", ", file.imports.stream().limit(8).toList())
                    + (file.imports.size() > 8 ? " and more" : "") + ", which are not fetched.");
        }
    }

    private Item method(Proto.Service service, Proto.Method method) {
        List<Part> parts = new ArrayList<>();
        parts.add(message("Request", method.takes(), method.takesMany()));
        parts.add(message("Answer", method.gives(), method.givesMany()));
        String full = (file.pack.isEmpty() ? "" : file.pack + ".") + service.name() + "/" + method.name();
        parts.add(new Sample("grpcurl", "shell", command(full)));
        String manner = method.takesMany() && method.givesMany()
                ? "streams both ways"
                : method.givesMany() ? "streams answers" : method.takesMany() ? "streams requests" : "";
        String first = method.description().lines().findFirst().orElse("");
        return new Item(
                limits.id("op", service.name() + "." + method.name()),
                "rpc",
                Limits.name(method.name()),
                Limits.name(manner.isEmpty() ? first : manner),
                method.deprecated(),
                method.description(),
                parts);
    }

    private static String command(String full) {
        return "grpcurl -d '{}' 'host:443' '" + full.replaceAll("[^A-Za-z0-9_./]", "") + "'";
    }

    private Fields message(String title, String type, boolean isMany) {
        Proto.Message message = file.find("", type);
        Kind kind = new Kind(Limits.name(isMany ? "stream of " + type : type), target("", type));
        return new Fields(title, kind, "", message == null ? List.of() : rows(message));
    }

    private List<Item> types(String keyword) {
        List<Item> items = new ArrayList<>();
        for (Proto.Message message : file.messages) {
            String id = ids.get(message.name());
            if (id != null && message.keyword().equals(keyword)) {
                String first = message.description().lines().findFirst().orElse("");
                items.add(new Item(
                        id,
                        keyword,
                        Limits.name(message.name()),
                        Limits.name(first),
                        message.deprecated(),
                        message.description(),
                        List.of(new Fields(
                                keyword.equals("enum") ? "Values" : "Fields", Kind.NONE, "", rows(message)))));
            }
        }
        return items;
    }

    private List<Field> rows(Proto.Message message) {
        List<Field> rows = new ArrayList<>();
        for (Proto.Field field : message.fields()) {
            if (!limits.takeField()) {
                break;
            }
            String text = field.label().isEmpty() ? field.type() : field.label() + " " + field.type();
            String rule = field.oneOf().isEmpty()
                    ? "= " + field.number()
                    : "= " + field.number() + "; one of " + field.oneOf();
            rows.add(new Field(
                    Limits.name(field.name()),
                    0,
                    new Kind(Limits.name(text), target(message.name(), field.type())),
                    field.label().equals("required"),
                    field.deprecated(),
                    field.description(),
                    Limits.name(rule)));
        }
        return rows;
    }

    private String target(String scope, String type) {
        Proto.Message message =
                file.find(scope, type.replaceFirst("^map<[^,]*,\\s*", "").replace(">", ""));
        return message == null ? "" : ids.getOrDefault(message.name(), "");
    }
}
