package org.callboard.plugin.webshell.definition;

import java.util.Map;
import org.callboard.api.model.Json;

/** JSON for people to read, no longer than a page can show. */
final class PrettyJson {

    private final StringBuilder out = new StringBuilder();

    private PrettyJson() {}

    static String of(Json value) {
        PrettyJson pretty = new PrettyJson();
        pretty.write(value, "\n");
        return Limits.text(pretty.out.toString());
    }

    private void write(Json value, String line) {
        if (out.length() > Limits.LONGEST_TEXT) {
            return;
        }
        if (value instanceof Json.Obj object && !object.fields().isEmpty()) {
            object(object, line);
        } else if (value instanceof Json.Arr array && !array.items().isEmpty()) {
            array(array, line);
        } else {
            scalar(value);
        }
    }

    private void object(Json.Obj object, String line) {
        String before = "{" + line + "  ";
        for (Map.Entry<String, Json> field : object.fields().entrySet()) {
            out.append(before);
            quote(field.getKey());
            out.append(": ");
            write(field.getValue(), line + "  ");
            before = "," + line + "  ";
        }
        out.append(line).append('}');
    }

    private void array(Json.Arr array, String line) {
        String before = "[" + line + "  ";
        for (Json item : array.items()) {
            out.append(before);
            write(item, line + "  ");
            before = "," + line + "  ";
        }
        out.append(line).append(']');
    }

    private void scalar(Json value) {
        if (value instanceof Json.Text text) {
            quote(text.value());
        } else if (value instanceof Json.Obj) {
            out.append("{}");
        } else {
            out.append(value instanceof Json.Arr ? "[]" : Words.plain(value));
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '"', '\\' -> out.append('\\').append(letter);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (letter < 0x20) {
                        out.append("\\u").append(String.format("%04x", (int) letter));
                    } else {
                        out.append(letter);
                    }
                }
            }
        }
        out.append('"');
    }
}
