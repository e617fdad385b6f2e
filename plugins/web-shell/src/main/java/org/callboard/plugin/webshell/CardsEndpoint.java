package org.callboard.plugin.webshell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.extension.Extensions;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.web.HttpEndpoint;
import org.callboard.api.web.Route;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The cards of an entity's page: {@code GET /api/web-shell/cards?entity=REF}, with {@code &plugin=ID} for those of one
 * plugin, and {@code GET /api/web-shell/cards/PLUGIN/ID?entity=REF} for one.
 */
@Component
public final class CardsEndpoint implements HttpEndpoint {

    private static final String PREFIX = "/api/web-shell";
    private static final String CARDS = PREFIX + "/cards";

    private final Catalog catalog;
    private final JsonFormat format;
    private final EntityCards cards;

    /** Makes the endpoint. */
    @Activate
    public CardsEndpoint(
            @Reference Extensions extensions,
            @Reference Plugins plugins,
            @Reference Catalog catalog,
            @Reference JsonFormat format) {
        this.catalog = catalog;
        this.format = format;
        this.cards = new EntityCards(extensions, plugins);
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(PREFIX, Permission.PORTAL_USE));
    }

    @Override
    public void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Requests.refuseChanges(request);
        Json.Obj answer = answer(caller, request);
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        format.write(answer, response.getOutputStream());
    }

    private Json.Obj answer(Caller caller, HttpServletRequest request) {
        String path = request.getRequestURI();
        if (path.equals(CARDS)) {
            String plugin = request.getParameter("plugin");
            return list(caller, entity(caller, request), plugin == null ? CardSelection.ALL : CardSelection.of(plugin));
        }
        String[] steps = path.startsWith(CARDS + "/")
                ? path.substring(CARDS.length() + 1).split("/", -1)
                : new String[0];
        if (steps.length != 2) {
            throw new PortalException(ProblemKind.NOT_FOUND, "There is nothing at " + path + ".");
        }
        return one(caller, entity(caller, request), CardSelection.of(steps[0], steps[1]));
    }

    private Json.Obj list(Caller caller, Entity entity, CardSelection selection) {
        return Json.object()
                .put("entity", entity.ref().toString())
                .put("cards", new Json.Arr(List.copyOf(cards.of(entity, caller, selection))))
                .build();
    }

    private Json.Obj one(Caller caller, Entity entity, CardSelection selection) {
        return cards.of(entity, caller, selection).stream()
                .findFirst()
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND, "The page of " + entity.ref() + " has no card " + selection + "."));
    }

    private Entity entity(Caller caller, HttpServletRequest request) {
        EntityRef ref = EntityRef.parse(Requests.parameter(request, "entity"));
        return catalog.find(caller, ref)
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND, "There is no entity " + ref + ", or you may not read it."));
    }
}
