package org.callboard.plugin.webshell.view;

import java.util.Map;
import org.callboard.api.model.Json;

/** About how many characters a JSON value has when it is written. */
final class JsonLength {

    private static final long AROUND = 3;
    private static final long SHORT = 5;

    private JsonLength() {}

    static long of(Json json) {
        long length = SHORT;
        if (json instanceof Json.Text text) {
            length = text.value().length() + AROUND;
        } else if (json instanceof Json.Num number) {
            length = number.value().precision() + AROUND;
        } else if (json instanceof Json.Arr array) {
            for (Json item : array.items()) {
                length += of(item);
            }
        } else if (json instanceof Json.Obj object) {
            for (Map.Entry<String, Json> field : object.fields().entrySet()) {
                length += field.getKey().length() + AROUND + of(field.getValue());
            }
        }
        return length;
    }
}
