package org.callboard.plugin.catalogapi;

import java.util.TreeMap;
import org.callboard.api.model.Json;

/** JSON made comparable: fields sorted, and without what is another in every run. */
final class Normal {

    private Normal() {}

    static Json of(Json value) {
        if (value instanceof Json.Arr array) {
            return new Json.Arr(array.items().stream().map(Normal::of).toList());
        }
        if (value instanceof Json.Obj object) {
            TreeMap<String, Json> sorted = new TreeMap<>();
            object.fields().forEach((name, field) -> {
                if (name.endsWith("Cursor")) {
                    sorted.put(name, Json.of("..."));
                } else if (!name.equals("etag")) {
                    sorted.put(name, of(field));
                }
            });
            return new Json.Obj(sorted);
        }
        return value;
    }
}
