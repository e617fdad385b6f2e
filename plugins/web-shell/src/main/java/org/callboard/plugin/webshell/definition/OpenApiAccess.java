package org.callboard.plugin.webshell.definition;

import java.util.ArrayList;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.plugin.webshell.definition.Definition.Input;
import org.callboard.plugin.webshell.definition.Definition.Place;

/** How the callers of an operation prove who they are: the first way that is open. */
final class OpenApiAccess {

    private final List<Json.Obj> schemes = new ArrayList<>();

    /** Finds the way; an operation's own goes before that of all. */
    OpenApiAccess(Document document, Json.Obj operation) {
        Json.Obj from = operation.get("security") == null ? document.root : operation;
        from.array("security").items().stream()
                .limit(1)
                .flatMap(way -> document.follow(way).fields().keySet().stream())
                .map(name -> scheme(document, name))
                .forEach(schemes::add);
    }

    private static Json.Obj scheme(Document document, String name) {
        Json scheme = document.root.object("components", "securitySchemes").get(name);
        return document.follow(
                scheme == null ? document.root.object("securityDefinitions").get(name) : scheme);
    }

    void proveIn(Curl curl) {
        for (Json.Obj scheme : schemes) {
            if (isBasic(scheme)) {
                curl.user();
            } else if (isKey(scheme, "header")) {
                curl.secret(Words.text(scheme, "name"), "", "API_KEY");
            } else if (isBearer(scheme)) {
                curl.secret("Authorization", "Bearer ", "TOKEN");
            }
        }
    }

    /** {@return what a caller fills in for it} */
    List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        for (Json.Obj scheme : schemes) {
            if (isBasic(scheme)) {
                inputs.add(secret(Place.HEADER, "Authorization", "Basic ", "User and password, with a colon between."));
            } else if (isKey(scheme, "header") || isKey(scheme, "query")) {
                Place place = isKey(scheme, "header") ? Place.HEADER : Place.QUERY;
                inputs.add(secret(place, Limits.name(Words.text(scheme, "name")), "", "The key of the API."));
            } else if (isBearer(scheme)) {
                inputs.add(secret(Place.HEADER, "Authorization", "Bearer ", "A token."));
            }
        }
        return inputs;
    }

    private static Input secret(Place place, String name, String prefix, String about) {
        return new Input(place, name, prefix, false, true, about, "");
    }

    private static boolean isBasic(Json.Obj scheme) {
        return Words.text(scheme, "type").equals("basic")
                || Words.text(scheme, "scheme").equalsIgnoreCase("basic");
    }

    private static boolean isKey(Json.Obj scheme, String place) {
        return Words.text(scheme, "type").equals("apiKey")
                && Words.text(scheme, "in").equals(place);
    }

    private static boolean isBearer(Json.Obj scheme) {
        return List.of("http", "oauth2", "openIdConnect").contains(Words.text(scheme, "type"));
    }
}
