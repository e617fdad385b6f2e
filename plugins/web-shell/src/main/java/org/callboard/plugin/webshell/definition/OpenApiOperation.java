package org.callboard.plugin.webshell.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.Json;
import org.callboard.plugin.webshell.definition.Definition.Field;
import org.callboard.plugin.webshell.definition.Definition.Fields;
import org.callboard.plugin.webshell.definition.Definition.Item;
import org.callboard.plugin.webshell.definition.Definition.Kind;
import org.callboard.plugin.webshell.definition.Definition.Part;
import org.callboard.plugin.webshell.definition.Definition.Sample;
import org.jspecify.annotations.Nullable;

/** One operation of an OpenAPI document. */
final class OpenApiOperation {

    private final Document document;
    private final String server;

    OpenApiOperation(Document document, String server) {
        this.document = document;
        this.server = server;
    }

    Item item(String method, String path, Json.Obj holder, Json.Obj operation) {
        List<Json.Obj> parameters = parameters(holder, operation);
        List<Part> parts = new ArrayList<>();
        parameters(parameters, parts);
        @Nullable Json sent = body(operation, parameters, parts);
        responses(operation, parts);
        parts.add(0, new Sample("curl", "shell", curl(method, path, operation, parameters, sent)));
        if (path.startsWith("/") && OpenApiCall.canBe(method)) {
            parts.add(new OpenApiCall(document, operation, parameters).of(method, path, sent));
        }
        String called = Words.text(operation, "operationId");
        return new Item(
                document.limits.id("op", called.isEmpty() ? method + path : called),
                method,
                Limits.name(path),
                Limits.name(Words.text(operation, "summary")),
                Words.isTrue(operation, "deprecated"),
                Words.text(operation, "description"),
                parts);
    }

    /** {@return the parameters of the path and of the operation, which go before} */
    private List<Json.Obj> parameters(Json.Obj holder, Json.Obj operation) {
        Map<String, Json.Obj> byPlace = new LinkedHashMap<>();
        for (Json.Obj from : List.of(holder, operation)) {
            for (Json one : from.array("parameters").items()) {
                Json.Obj parameter = document.follow(one);
                byPlace.put(Words.text(parameter, "in") + " " + Words.text(parameter, "name"), parameter);
            }
        }
        return List.copyOf(byPlace.values());
    }

    private void parameters(List<Json.Obj> parameters, List<Part> parts) {
        Map<String, List<Field>> byPlace = new LinkedHashMap<>();
        for (Json.Obj parameter : parameters) {
            String place = Words.text(parameter, "in");
            if (!place.equals("body")) {
                byPlace.computeIfAbsent(place, in -> new ArrayList<>())
                        .addAll(SchemaFields.row(
                                document,
                                Words.text(parameter, "name"),
                                parameter.get("schema") instanceof Json.Obj schema ? schema : parameter,
                                Words.isTrue(parameter, "required"),
                                Words.text(parameter, "description")));
            }
        }
        byPlace.forEach((place, rows) -> parts.add(new Fields(title(place), Kind.NONE, "", rows)));
    }

    private static String title(String place) {
        return switch (place) {
            case "path" -> "In the path";
            case "query" -> "In the query";
            case "header" -> "Headers";
            case "cookie" -> "Cookies";
            case "formData" -> "Form";
            default -> "Parameters";
        };
    }

    /** {@return an example of what is sent, or null where nothing is} */
    private @Nullable Json body(Json.Obj operation, List<Json.Obj> parameters, List<Part> parts) {
        for (Json.Obj parameter : parameters) {
            if (Words.text(parameter, "in").equals("body")) {
                return content("Body", parameter, parameter, parts);
            }
        }
        Json.Obj body = document.follow(operation.get("requestBody"));
        for (Map.Entry<String, Json> content : body.object("content").fields().entrySet()) {
            return content("Body, " + content.getKey(), document.follow(content.getValue()), body, parts);
        }
        return null;
    }

    private @Nullable Json content(String title, Json.Obj media, Json.Obj said, List<Part> parts) {
        if (!(media.get("schema") instanceof Json.Obj schema)) {
            return Examples.given(document, media);
        }
        Fields fields = SchemaFields.of(document, Limits.name(title), schema);
        String description = Words.text(said, "description");
        parts.add(
                description.isEmpty()
                        ? fields
                        : new Fields(fields.title(), fields.kind(), description, fields.fields()));
        Json given = Examples.given(document, media);
        Json example = given == null ? Examples.of(document, schema) : given;
        if (example instanceof Json.Obj || example instanceof Json.Arr) {
            parts.add(new Sample(
                    "Example of " + title.replaceFirst("^[A-Z]", "" + Character.toLowerCase(title.charAt(0))),
                    "json",
                    PrettyJson.of(example)));
        }
        return example;
    }

    private void responses(Json.Obj operation, List<Part> parts) {
        for (Map.Entry<String, Json> answer :
                operation.object("responses").fields().entrySet()) {
            Json.Obj response = document.follow(answer.getValue());
            String title = "Answer " + answer.getKey();
            List<Part> found = new ArrayList<>();
            if (response.get("schema") instanceof Json.Obj) {
                Json unused = content(title, response, response, found);
            }
            for (Map.Entry<String, Json> content :
                    response.object("content").fields().entrySet()) {
                Json unused =
                        content(title + ", " + content.getKey(), document.follow(content.getValue()), response, found);
            }
            if (found.stream().noneMatch(Fields.class::isInstance)) {
                parts.add(new Fields(Limits.name(title), Kind.NONE, Words.text(response, "description"), List.of()));
            }
            parts.addAll(found);
        }
    }

    private String curl(
            String method, String path, Json.Obj operation, List<Json.Obj> parameters, @Nullable Json sent) {
        StringBuilder address = new StringBuilder(server.replaceFirst("/$", "")).append(path);
        String before = "?";
        for (Json.Obj parameter : parameters) {
            if (Words.text(parameter, "in").equals("query") && Words.isTrue(parameter, "required")) {
                String name = Words.text(parameter, "name");
                address.append(before).append(name).append("={").append(name).append('}');
                before = "&";
            }
        }
        Curl curl = new Curl(method, Limits.text(address.toString()));
        new OpenApiAccess(document, operation).proveIn(curl);
        if (sent != null) {
            curl.header("Content-Type", "application/json");
            curl.body(PrettyJson.of(sent));
        }
        return curl.text();
    }
}
