package org.callboard.plugin.webshell;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.web.HttpEndpoint;
import org.callboard.api.web.Route;
import org.callboard.plugin.webshell.definition.Definition;
import org.callboard.plugin.webshell.definition.DefinitionJson;
import org.callboard.plugin.webshell.definition.Definitions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /api/web-shell/definition?entity=REF}: the definition of an API, taken apart, with who provides and consumes it;
 * {@code .../definition/text} is its text as it was written.
 */
@Component
public final class DefinitionEndpoint implements HttpEndpoint {

    static final String PREFIX = "/api/web-shell/definition";

    private final Entities entities;
    private final JsonFormat format;

    /** Makes the endpoint. */
    @Activate
    public DefinitionEndpoint(@Reference Catalog catalog, @Reference JsonFormat format) {
        this.entities = new Entities(catalog);
        this.format = format;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(PREFIX, Permission.CATALOG_READ));
    }

    @Override
    public void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Requests.refuseChanges(request);
        Entity entity = entities.of(Asked.by(caller, request));
        String text = entity.spec("definition").orElse("");
        response.setHeader("Cache-Control", "no-store");
        switch (request.getRequestURI().substring(PREFIX.length())) {
            case "" -> {
                response.setContentType("application/json;charset=utf-8");
                format.write(answer(entity, text), response.getOutputStream());
            }
            case "/text" -> {
                response.setContentType("text/plain;charset=utf-8");
                response.setHeader("Content-Disposition", "attachment; filename=\"definition.txt\"");
                response.getOutputStream().write(text.getBytes(UTF_8));
            }
            default ->
                throw new PortalException(
                        ProblemKind.NOT_FOUND, "There is nothing at " + request.getRequestURI() + ".");
        }
    }

    private static Json.Obj answer(Entity entity, String text) {
        Definition definition = Definitions.of(entity.spec("type").orElse(""), text);
        return DefinitionJson.of(definition)
                .put("size", text.length())
                .put("providers", related(entity, "apiProvidedBy"))
                .put("consumers", related(entity, "apiConsumedBy"))
                .build();
    }

    private static Json related(Entity entity, String type) {
        return Json.ofTexts(entity.relations().stream()
                .filter(relation -> relation.type().equals(type))
                .map(relation -> relation.target().toString())
                .toList());
    }
}
