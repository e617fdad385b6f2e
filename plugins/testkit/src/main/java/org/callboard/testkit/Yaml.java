package org.callboard.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.Json;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** YAML 1.2, for what tests write themselves. */
public final class Yaml {

    private Yaml() {}

    /**
     * {@return the documents of a text}
     *
     * @throws IllegalArgumentException where one is no mapping
     */
    public static List<Json.Obj> documents(String yaml) {
        List<Json.Obj> documents = new ArrayList<>();
        for (Object document : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
            if (!(json(document) instanceof Json.Obj object)) {
                throw new IllegalArgumentException("This is no mapping: " + document);
            }
            documents.add(object);
        }
        return documents;
    }

    private static Json json(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Json.Builder object = Json.object();
            map.forEach((name, field) -> object.put(String.valueOf(name), json(field)));
            return object.build();
        }
        if (value instanceof List<?> list) {
            return new Json.Arr(list.stream().map(Yaml::json).toList());
        }
        if (value instanceof Number number) {
            return new Json.Num(new BigDecimal(number.toString()));
        }
        if (value instanceof Boolean bool) {
            return bool ? Json.Bool.TRUE : Json.Bool.FALSE;
        }
        return value == null ? Json.Null.NULL : Json.of(String.valueOf(value));
    }
}
