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
import org.callboard.plugin.webshell.definition.Definition.Section;

/** A GraphQL schema: what can be asked, changed and followed, and the types. */
final class GraphQlDefinition {

    private final GraphQlTypes types;
    private final Limits limits;
    private final Map<String, String> ids = new LinkedHashMap<>();

    GraphQlDefinition(String text, Limits limits) throws UnreadableDefinitionException {
        this.types = GraphQlTypes.read(Tokens.of(text, Tokens.Style.GRAPHQL));
        this.limits = limits;
    }

    Definition read() {
        for (GraphQlTypes.Type type : types.all()) {
            if (limits.takeItem()) {
                ids.put(type.name(), limits.id("type", type.name()));
            }
        }
        List<Section> sections = new ArrayList<>();
        sections.add(operations("Queries", "query"));
        sections.add(operations("Mutations", "mutation"));
        sections.add(operations("Subscriptions", "subscription"));
        Map<String, List<Item>> byKeyword = new LinkedHashMap<>();
        for (String keyword : List.of("type", "input", "interface", "union", "enum", "scalar", "directive")) {
            byKeyword.put(keyword, new ArrayList<>());
        }
        for (GraphQlTypes.Type type : types.all()) {
            if (ids.containsKey(type.name()) && !types.isRoot(type.name())) {
                byKeyword
                        .computeIfAbsent(type.keyword(), any -> new ArrayList<>())
                        .add(item(type));
            }
        }
        byKeyword.forEach((keyword, items) -> sections.add(new Section(title(keyword), "", items)));
        sections.removeIf(section -> section.items().isEmpty());
        return new Definition("GraphQL", "graphql", "", "", "", List.of(), sections, limits.notes());
    }

    private static String title(String keyword) {
        return keyword.equals("type") ? "Types" : Character.toUpperCase(keyword.charAt(0)) + keyword.substring(1) + "s";
    }

    private Section operations(String title, String operation) {
        List<Item> items = new ArrayList<>();
        GraphQlTypes.Type root = types.root(operation);
        for (GraphQlTypes.Field field : root == null ? List.<GraphQlTypes.Field>of() : root.fields()) {
            if (limits.takeItem()) {
                items.add(operation(operation, field));
            }
        }
        return new Section(title, root == null ? "" : root.description(), items);
    }

    private Item operation(String operation, GraphQlTypes.Field field) {
        List<Part> parts = new ArrayList<>();
        if (!field.arguments().isEmpty()) {
            parts.add(new Fields("Arguments", Kind.NONE, "", rows(field.arguments())));
        }
        GraphQlTypes.Type answer = types.named(bare(field.type()));
        parts.add(new Fields("Answer", kind(field.type()), "", answer == null ? List.of() : rows(answer.fields())));
        parts.add(new Definition.Sample("Example", "graphql", GraphQlExample.of(types, operation, field)));
        return new Item(
                limits.id("op", operation + "." + field.name()),
                operation,
                Limits.name(field.name()),
                firstLine(field.description()),
                field.deprecated(),
                Limits.text(field.description()),
                parts);
    }

    private Item item(GraphQlTypes.Type type) {
        String title =
                type.keyword().equals("enum") ? "Values" : type.keyword().equals("directive") ? "Arguments" : "Fields";
        List<Part> parts =
                type.fields().isEmpty() ? List.of() : List.of(new Fields(title, Kind.NONE, "", rows(type.fields())));
        String summary = type.others().isEmpty() ? firstLine(type.description()) : String.join(" · ", type.others());
        return new Item(
                ids.getOrDefault(type.name(), ""),
                type.keyword(),
                Limits.name(type.name()),
                Limits.name(summary),
                false,
                Limits.text(type.description()),
                parts);
    }

    private static String firstLine(String text) {
        return Limits.name(text.lines().findFirst().orElse(""));
    }

    private List<Field> rows(List<GraphQlTypes.Field> fields) {
        List<Field> rows = new ArrayList<>();
        for (GraphQlTypes.Field field : fields) {
            if (!limits.takeField()) {
                break;
            }
            String arguments = String.join(
                    ", ",
                    field.arguments().stream()
                            .map(one -> one.name() + ": " + one.type())
                            .toList());
            String rule = arguments.isEmpty() ? field.initial() : "takes " + arguments;
            boolean required = field.type().endsWith("!") && field.initial().isEmpty();
            rows.add(new Field(
                    Limits.name(field.name()),
                    0,
                    kind(field.type()),
                    required,
                    field.deprecated(),
                    Limits.text(field.description()),
                    Limits.text(rule)));
        }
        return rows;
    }

    private Kind kind(String type) {
        return new Kind(Limits.name(type), ids.getOrDefault(bare(type), ""));
    }

    static String bare(String type) {
        return type.replaceAll("[\\[\\]! ]", "");
    }
}
