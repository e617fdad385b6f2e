package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object out of a request. Each field that it is asked for has the type asked for, or the request is refused with
 * the field's path; a null stands for an absent field.
 *
 * @param path where the object is, for messages
 * @param fields the object
 */
record Body(String path, Json.Obj fields) {

    /** Reads the body of a request. */
    static Body read(Exchange exchange, JsonFormat json) throws IOException {
        String type = exchange.request().getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new PortalException(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "unsupported media type " + (type == null ? "(none)" : type),
                    "Send JSON and say so with the header Content-Type: application/json.");
        }
        return of("request/body", json.read(exchange.request().getInputStream()));
    }

    static Body of(String path, Json value) {
        if (value instanceof Json.Obj obj) {
            return new Body(path, obj);
        }
        throw wrong(path, "object");
    }

    /** {@return the object under this name} */
    Optional<Body> object(String name) {
        Json value = get(name);
        return value == null ? Optional.empty() : Optional.of(of(path(name), value));
    }

    /** {@return the text under this name} */
    Optional<String> text(String name) {
        Json value = get(name);
        return value == null ? Optional.empty() : Optional.of(text(path(name), value));
    }

    /** {@return the whole number from 0 under this name} */
    OptionalInt count(String name) {
        Json value = get(name);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (!(value instanceof Json.Num number)) {
            throw wrong(path(name), "integer");
        }
        return OptionalInt.of(Inputs.count(path(name), Inputs.plain(number.value())));
    }

    /** {@return the texts under this name; none where it is absent} */
    List<String> texts(String name) {
        List<Json> items = items(name);
        List<String> texts = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            texts.add(text(path(name) + "/" + i, items.get(i)));
        }
        return texts;
    }

    /** {@return the objects under this name; none where it is absent} */
    List<Body> objects(String name) {
        List<Json> items = items(name);
        List<Body> objects = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            objects.add(of(path(name) + "/" + i, items.get(i)));
        }
        return objects;
    }

    /** Refuses the request where nothing is under this name. */
    void require(String name) {
        if (get(name) == null) {
            throw Inputs.bad(path + " must have required property '" + name + "'");
        }
    }

    String path(String name) {
        return path + "/" + name;
    }

    private List<Json> items(String name) {
        Json value = get(name);
        if (value != null && !(value instanceof Json.Arr)) {
            throw wrong(path(name), "array");
        }
        return value instanceof Json.Arr array ? array.items() : List.of();
    }

    private @Nullable Json get(String name) {
        Json value = fields.get(name);
        return value == Json.Null.NULL ? null : value;
    }

    private static String text(String path, Json value) {
        if (value instanceof Json.Text text) {
            return text.value();
        }
        throw wrong(path, "string");
    }

    private static PortalException wrong(String path, String type) {
        return Inputs.bad(path + " must be " + type);
    }
}
