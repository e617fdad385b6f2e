package org.callboard.plugin.webshell.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.Json;
import org.callboard.plugin.webshell.definition.Definition.Item;
import org.callboard.plugin.webshell.definition.Definition.Part;

/** The named schemas of a document, each an item that others link to. */
final class Schemas {

    private Schemas() {}

    /** {@return the schemas below these references, without parts, so that links to them can be made} */
    static List<Item> announced(Document document, String... places) {
        List<Item> items = new ArrayList<>();
        for (String place : places) {
            for (Map.Entry<String, Json> named : below(document, place).fields().entrySet()) {
                if (document.limits.takeItem()) {
                    String id = document.limits.id("type", named.getKey());
                    document.announce(place + escaped(named.getKey()), id);
                    document.announce(place + named.getKey(), id);
                    items.add(new Item(id, "", Limits.name(named.getKey()), "", false, "", List.of()));
                }
            }
        }
        return items;
    }

    /** {@return the same with what they ask for} */
    static List<Item> filled(Document document, List<Item> announced, String... places) {
        List<Item> items = new ArrayList<>();
        for (String place : places) {
            for (Map.Entry<String, Json> named : below(document, place).fields().entrySet()) {
                if (items.size() < announced.size()) {
                    items.add(item(document, announced.get(items.size()), document.follow(named.getValue())));
                }
            }
        }
        return items;
    }

    private static Item item(Document document, Item named, Json.Obj schema) {
        Definition.Fields fields = SchemaFields.of(document, "Fields", schema);
        List<Part> parts = new ArrayList<>();
        parts.add(new Definition.Fields("Fields", Definition.Kind.NONE, "", fields.fields()));
        Json example = schema.get("example");
        parts.add(new Definition.Sample(
                "Example", "json", PrettyJson.of(example == null ? Examples.of(document, schema) : example)));
        List<String> values =
                schema.array("enum").items().stream().map(Words::plain).toList();
        String summary = values.isEmpty() ? Words.text(schema, "title") : String.join(" · ", values);
        return new Item(
                named.id(),
                values.isEmpty() ? SchemaFields.kind(document, schema).text() : "enum",
                named.name(),
                summary,
                Words.isTrue(schema, "deprecated"),
                Words.text(schema, "description"),
                parts);
    }

    private static Json.Obj below(Document document, String place) {
        return document.root.object(place.substring(2, place.length() - 1).split("/"));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
