package org.callboard.plugin.webshell.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.api.model.Json;
import org.callboard.plugin.webshell.definition.Definition.Field;
import org.callboard.plugin.webshell.definition.Definition.Fields;
import org.callboard.plugin.webshell.definition.Definition.Kind;

/**
 * What a JSON schema asks for, as rows. A reference becomes a link and is never opened in place, so that types that hold each
 * other end; what is written in place is opened to a certain depth. Schemas of Avro records are read, too.
 */
final class SchemaFields {

    private static final List<String> RULES = List.of(
            "enum",
            "const",
            "default",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "multipleOf");

    private final Document document;
    private final List<Field> rows = new ArrayList<>();

    private SchemaFields(Document document) {
        this.document = document;
    }

    /** {@return what a schema asks for; the first reference is followed, so that its fields are seen at once} */
    static Fields of(Document document, String title, Json.Obj schema) {
        SchemaFields fields = new SchemaFields(document);
        Json.Obj meant = document.follow(schema);
        fields.children(meant, 0);
        return new Fields(title, kind(document, schema), Words.text(meant, "description"), fields.rows);
    }

    /** {@return one row for a value of a schema, and one for each that it holds} */
    static List<Field> row(Document document, String name, Json.Obj schema, boolean required, String description) {
        SchemaFields fields = new SchemaFields(document);
        fields.add(name, schema, 0, required);
        if (!fields.rows.isEmpty() && !description.isEmpty()) {
            Field first = fields.rows.get(0);
            fields.rows.set(
                    0,
                    new Field(first.name(), 0, first.kind(), required, first.deprecated(), description, first.rule()));
        }
        return fields.rows;
    }

    /** {@return the type of a schema in a few words} */
    static Kind kind(Document document, Json.Obj schema) {
        return kind(document, schema, 0);
    }

    private static Kind kind(Document document, Json.Obj schema, int depth) {
        String reference = Document.reference(schema);
        if (reference != null) {
            return new Kind(Limits.name(Document.name(reference)), document.target(reference));
        }
        if (schema.get("items") instanceof Json.Obj items && depth < Limits.DEEPEST) {
            Kind one = kind(document, items, depth + 1);
            return new Kind("array of " + one.text(), one.target());
        }
        for (String choice : List.of("oneOf", "anyOf", "allOf")) {
            List<Json> choices = schema.array(choice).items();
            if (choices.size() == 1 && choices.get(0) instanceof Json.Obj only && depth < Limits.DEEPEST) {
                return kind(document, only, depth + 1);
            }
            if (!choices.isEmpty() && !choice.equals("allOf")) {
                return Kind.of("one of " + choices.size());
            }
        }
        return Kind.of(word(schema));
    }

    private static String word(Json.Obj schema) {
        String type = schema.get("type") instanceof Json.Arr types
                ? String.join(" or ", types.texts())
                : Words.text(schema, "type");
        if (type.isEmpty()) {
            type = schema.get("properties") != null || schema.get("allOf") != null ? "object" : "any";
        }
        String format = Words.text(schema, "format");
        String nullable = Words.isTrue(schema, "nullable") || Words.isTrue(schema, "x-nullable") ? " or null" : "";
        return Limits.name((format.isEmpty() ? type : type + " (" + format + ")") + nullable);
    }

    private void add(String name, Json.Obj schema, int depth, boolean required) {
        if (!document.limits.takeField()) {
            return;
        }
        boolean deprecated = Words.isTrue(schema, "deprecated");
        String description = Words.text(schema, "description");
        rows.add(new Field(
                Limits.name(name), depth, kind(document, schema), required, deprecated, description, rule(schema)));
        if (Document.reference(schema) == null && depth < Limits.DEEPEST) {
            children(innermost(schema), depth + 1);
        }
    }

    /** {@return what an array holds in the end, unless that is told of elsewhere} */
    private static Json.Obj innermost(Json.Obj schema) {
        Json.Obj inner = schema;
        for (int step = 0; step < Limits.DEEPEST && inner.get("items") instanceof Json.Obj items; step++) {
            inner = items;
        }
        return Document.reference(inner) == null ? inner : Json.Obj.EMPTY;
    }

    private void children(Json.Obj schema, int depth) {
        Set<String> required = new TreeSet<>(schema.array("required").texts());
        for (Map.Entry<String, Json> property :
                schema.object("properties").fields().entrySet()) {
            add(property.getKey(), object(property.getValue()), depth, required.contains(property.getKey()));
        }
        for (Json field : schema.array("fields").items()) {
            avro(object(field), depth);
        }
        if (schema.get("additionalProperties") instanceof Json.Obj others) {
            add("(any other)", others, depth, false);
        }
        for (String choice : List.of("allOf", "oneOf", "anyOf")) {
            choices(choice, schema.array(choice).items(), depth);
        }
        if (schema.get("items") instanceof Json.Obj && depth == 0) {
            children(innermost(schema), depth);
        }
    }

    private void choices(String choice, List<Json> choices, int depth) {
        for (Json one : choices) {
            Json.Obj schema = object(one);
            if (choice.equals("allOf") && Document.reference(schema) == null && depth < Limits.DEEPEST) {
                children(schema, depth);
            } else {
                add(choice.equals("allOf") ? "(and all of)" : "(either)", schema, depth, false);
            }
        }
    }

    private void avro(Json.Obj field, int depth) {
        boolean isOptional = field.array("type").texts().contains("null");
        if (field.get("type") instanceof Json.Obj nested) {
            add(Words.text(field, "name"), nested.with("description", Json.of(Words.text(field, "doc"))), depth, true);
        } else if (document.limits.takeField()) {
            rows.add(new Field(
                    Limits.name(Words.text(field, "name")),
                    depth,
                    Kind.of(word(field)),
                    !isOptional,
                    false,
                    Words.text(field, "doc"),
                    rule(field)));
        }
    }

    private static String rule(Json.Obj schema) {
        List<String> rules = new ArrayList<>();
        for (String rule : RULES) {
            Json value = schema.get(rule);
            if (value != null) {
                rules.add((rule.equals("enum") ? "one of" : words(rule)) + " " + Words.plain(value));
            }
        }
        Json.Obj items = schema.object("items");
        if (items.get("enum") != null) {
            rules.add("each one of " + Words.plain(items.get("enum")));
        }
        for (String way : List.of("readOnly", "writeOnly", "uniqueItems")) {
            if (Words.isTrue(schema, way)) {
                rules.add(words(way));
            }
        }
        return Limits.text(String.join("; ", rules));
    }

    private static String words(String camel) {
        return camel.replaceAll("([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
    }

    private static Json.Obj object(Json value) {
        return value instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }
}
