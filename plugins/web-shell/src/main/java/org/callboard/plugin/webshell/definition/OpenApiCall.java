package org.callboard.plugin.webshell.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.callboard.api.model.Json;
import org.callboard.plugin.webshell.definition.Definition.Call;
import org.callboard.plugin.webshell.definition.Definition.Input;
import org.callboard.plugin.webshell.definition.Definition.Place;
import org.jspecify.annotations.Nullable;

/** What somebody fills in who tries an operation of an OpenAPI document. */
final class OpenApiCall {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MOST_INPUTS = 60;

    private final Document document;
    private final Json.Obj operation;
    private final List<Json.Obj> parameters;

    OpenApiCall(Document document, Json.Obj operation, List<Json.Obj> parameters) {
        this.document = document;
        this.operation = operation;
        this.parameters = parameters;
    }

    static boolean canBe(String method) {
        return METHODS.contains(method);
    }

    /**
     * {@return how the operation is called}
     *
     * @param sent an example of the body, or null
     */
    Call of(String method, String path, @Nullable Json sent) {
        Map<String, Input> inputs = new LinkedHashMap<>();
        for (Input secret : new OpenApiAccess(document, operation).inputs()) {
            inputs.putIfAbsent(secret.key(), secret);
        }
        for (Json.Obj parameter : parameters) {
            for (Place place : Place.values()) {
                if (Words.text(parameter, "in").equals(place.word()) && inputs.size() < MOST_INPUTS) {
                    Input input = input(place, parameter);
                    inputs.putIfAbsent(input.key(), input);
                }
            }
        }
        String type = method.equals("GET") ? "" : Limits.name(type());
        String body = type.isEmpty() ? "" : Limits.text(body(type, sent));
        return new Call(method, Limits.name(path), new ArrayList<>(inputs.values()), type, body);
    }

    private Input input(Place place, Json.Obj parameter) {
        Json.Obj schema = parameter.get("schema") instanceof Json.Obj inner ? inner : parameter;
        Json given = Examples.given(document, parameter);
        boolean isRequired = Words.isTrue(parameter, "required") || place == Place.PATH;
        // what need not be sent is not made up
        String example =
                given == null && !isRequired ? "" : Words.plain(given == null ? Examples.of(document, schema) : given);
        return new Input(
                place,
                Limits.name(Words.text(parameter, "name")),
                "",
                isRequired,
                false,
                Limits.name(Words.text(parameter, "description")),
                Limits.name(example));
    }

    private String type() {
        for (String media : document.follow(operation.get("requestBody"))
                .object("content")
                .fields()
                .keySet()) {
            return media;
        }
        List<String> consumed = operation.get("consumes") == null
                ? document.root.array("consumes").texts()
                : operation.array("consumes").texts();
        if (has("formData")) {
            return FORM;
        }
        return has("body") ? consumed.stream().findFirst().orElse("application/json") : "";
    }

    private boolean has(String place) {
        return parameters.stream().anyMatch(one -> Words.text(one, "in").equals(place));
    }

    private String body(String type, @Nullable Json sent) {
        if (type.equals(FORM)) {
            List<String> names = sent instanceof Json.Obj fields
                    ? List.copyOf(fields.fields().keySet())
                    : parameters.stream()
                            .filter(one -> Words.text(one, "in").equals("formData"))
                            .map(one -> Words.text(one, "name"))
                            .toList();
            return names.stream().map(name -> name + "=").collect(Collectors.joining("&"));
        }
        return sent == null ? "" : sent instanceof Json.Text text ? text.value() : PrettyJson.of(sent);
    }
}
