package org.callboard.core.policy;

import java.util.stream.Collectors;
import org.callboard.api.model.Json;

/** A piece of a policy on one line. */
final class Words {

    private static final int LONGEST = 300;

    private Words() {}

    static String of(Json value) {
        String words = plain(value);
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "..." : words;
    }

    private static String plain(Json value) {
        if (value instanceof Json.Obj object) {
            return object.fields().entrySet().stream()
                    .map(field -> field.getKey() + ": " + inner(field.getValue()))
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof Json.Arr array) {
            return array.items().stream().map(Words::plain).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Json.Text text) {
            return text.value();
        }
        return value instanceof Json.Num number ? number.value().toString() : String.valueOf(value);
    }

    private static String inner(Json value) {
        return value instanceof Json.Obj ? "{" + plain(value) + "}" : plain(value);
    }
}
