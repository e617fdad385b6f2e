package org.callboard.plugin.catalogapi;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.Problem;

/**
 * {@code /validate-entity}: an empty answer where an entity is as it should be, and a list of errors where not. Only a body
 * that is itself wrong is answered in the shape of all other errors.
 */
final class EntityValidation {

    private final Ingest ingest;
    private final JsonFormat json;

    EntityValidation(Ingest ingest, JsonFormat json) {
        this.ingest = ingest;
        this.json = json;
    }

    void post(Exchange exchange) throws IOException {
        exchange.parameters();
        Body body = Body.read(exchange, json);
        body.require("location");
        body.require("entity");
        String location = body.text("location").orElseThrow();
        Json.Obj entity = body.object("entity").orElseThrow().fields();
        List<Json> errors = location.matches("(?s)url:.+")
                ? errors(ingest.validate(exchange.caller(), entity, location))
                : List.of(error(
                        "TypeError",
                        "Invalid location ref " + location
                                + ", only 'url:<target>' is supported, e.g. url:https://host/path"));
        if (errors.isEmpty()) {
            exchange.answer(HttpServletResponse.SC_OK);
        } else {
            exchange.response().setStatus(HttpServletResponse.SC_BAD_REQUEST);
            exchange.answer(Json.object().put("errors", new Json.Arr(errors)).build(), json);
        }
    }

    private static List<Json> errors(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.level() == Problem.Level.ERROR)
                .<Json>map(problem -> error("InputError", problem.reason())
                        .with("code", Json.of(problem.code()))
                        .with("hint", Json.of(problem.fix())))
                .toList();
    }

    private static Json.Obj error(String name, String message) {
        return Json.object().put("name", name).put("message", message).build();
    }
}
