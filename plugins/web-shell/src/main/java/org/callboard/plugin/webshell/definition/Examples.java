package org.callboard.plugin.webshell.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/** Values as they might be sent: those that a definition gives, or else made up out of its schemas. */
final class Examples {

    private static final int MOST_VALUES = 300;

    private final Document document;
    private final Set<String> open = new HashSet<>();
    private int values = MOST_VALUES;

    private Examples(Document document) {
        this.document = document;
    }

    /** {@return a value for a schema} */
    static Json of(Document document, Json.Obj schema) {
        return new Examples(document).value(schema, 0);
    }

    /** {@return the first of the examples that a media type or message gives, or null} */
    static @Nullable Json given(Document document, Json.Obj holder) {
        Json one = holder.get("example");
        if (one != null) {
            return one;
        }
        for (Json example : holder.object("examples").fields().values()) {
            Json value = document.follow(example).get("value");
            return value == null ? example : value;
        }
        for (Json example : holder.array("examples").items()) {
            Json payload = document.follow(example).get("payload");
            return payload == null ? example : payload;
        }
        return null;
    }

    private Json value(Json.Obj schema, int depth) {
        String reference = Document.reference(schema);
        if (reference != null && !open.add(reference)) {
            return Json.Obj.EMPTY;
        }
        Json value = --values < 0 || depth > Limits.DEEPEST ? Json.Null.NULL : made(document.follow(schema), depth);
        if (reference != null) {
            open.remove(reference);
        }
        return value;
    }

    private Json made(Json.Obj schema, int depth) {
        for (String said : List.of("example", "default", "const")) {
            Json value = schema.get(said);
            if (value != null) {
                return value;
            }
        }
        for (String list : List.of("examples", "enum")) {
            if (!schema.array(list).items().isEmpty()) {
                return schema.array(list).items().get(0);
            }
        }
        for (String choice : List.of("oneOf", "anyOf")) {
            if (!schema.array(choice).items().isEmpty()
                    && schema.array(choice).items().get(0) instanceof Json.Obj first) {
                return value(first, depth + 1);
            }
        }
        if (schema.get("items") instanceof Json.Obj items) {
            return new Json.Arr(List.of(value(items, depth + 1)));
        }
        return schema.get("properties") != null || schema.get("allOf") != null ? object(schema, depth) : scalar(schema);
    }

    private Json object(Json.Obj schema, int depth) {
        Json.Builder object = Json.object();
        for (Json part : schema.array("allOf").items()) {
            if (part instanceof Json.Obj obj && value(obj, depth + 1) instanceof Json.Obj fields) {
                fields.fields().forEach(object::put);
            }
        }
        for (Map.Entry<String, Json> property :
                schema.object("properties").fields().entrySet()) {
            if (property.getValue() instanceof Json.Obj inner && values > 0) {
                object.put(property.getKey(), value(inner, depth + 1));
            }
        }
        return object.build();
    }

    private static Json scalar(Json.Obj schema) {
        String type = schema.get("type") instanceof Json.Arr types
                ? types.texts().stream()
                        .filter(one -> !one.equals("null"))
                        .findFirst()
                        .orElse("string")
                : Words.text(schema, "type");
        return switch (type) {
            case "integer", "number", "int", "long", "float", "double" -> Json.of(0);
            case "boolean" -> Json.Bool.TRUE;
            case "array" -> new Json.Arr(List.of());
            case "object" -> Json.Obj.EMPTY;
            case "null" -> Json.Null.NULL;
            default -> Json.of(text(Words.text(schema, "format")));
        };
    }

    private static String text(String format) {
        return switch (format) {
            case "date-time" -> "2025-01-31T12:00:00Z";
            case "date" -> "2025-01-31";
            case "uuid" -> "3fa85f64-5717-4562-b3fc-2c963f66afa6";
            case "email" -> "mara@example.com";
            case "uri", "url" -> "https://example.com";
            default -> "text";
        };
    }
}
