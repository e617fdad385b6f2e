package org.callboard.plugin.webshell.definition;

import java.util.stream.Collectors;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;

/** What definitions say, as text for people. */
final class Words {

    private Words() {}

    /** {@return the text of a field; empty where there is none} */
    static String text(Json.Obj object, String field) {
        Json value = object.get(field);
        return value == null ? "" : Limits.text(plain(value));
    }

    static boolean isTrue(Json.Obj object, String field) {
        return object.get(field) == Json.Bool.TRUE;
    }

    /** {@return a value on one line, texts without quotes} */
    static String plain(@Nullable Json value) {
        if (value instanceof Json.Text text) {
            return text.value();
        } else if (value instanceof Json.Num number) {
            return number.value().toString();
        } else if (value instanceof Json.Bool bool) {
            return bool == Json.Bool.TRUE ? "true" : "false";
        } else if (value instanceof Json.Arr array) {
            return array.items().stream().limit(30).map(Words::plain).collect(Collectors.joining(", "));
        } else if (value instanceof Json.Obj) {
            return "{…}";
        }
        return "null";
    }
}
