package org.callboard.plugin.webshell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.storage.Tables;
import org.callboard.api.web.HttpEndpoint;
import org.callboard.api.web.Route;
import org.callboard.plugin.webshell.list.SavedViews;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The caller's saved views of the catalog: {@code GET /api/web-shell/saved-views} lists them, {@code POST} with
 * {@code {"name", "query"}} saves one, {@code DELETE ?name=NAME} forgets one.
 */
@Component
public final class SavedViewsEndpoint implements HttpEndpoint {

    private static final String PATH = "/api/web-shell/saved-views";

    private final SavedViews views;
    private final JsonFormat format;

    /** Makes the endpoint. */
    @Activate
    public SavedViewsEndpoint(@Reference Tables tables, @Reference JsonFormat format) {
        this.views = new SavedViews(tables);
        this.format = format;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(PATH, Permission.PORTAL_USE));
    }

    @Override
    public void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "POST" -> save(caller, request);
            case "DELETE" -> remove(caller, Asked.by(caller, request).required("name"));
            default -> Requests.refuseChanges(request);
        }
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        format.write(views.list(caller), response.getOutputStream());
    }

    private void save(Caller caller, HttpServletRequest request) throws IOException {
        Requests.refuseAllButJson(request);
        Json body = format.read(request.getInputStream());
        Json.Obj view = body instanceof Json.Obj fields ? fields : Json.Obj.EMPTY;
        views.save(caller, view.text("name").orElse(""), view.text("query").orElse(""));
    }

    private void remove(Caller caller, String name) {
        if (!views.remove(caller, name)) {
            throw new PortalException(ProblemKind.NOT_FOUND, "There is no saved view '" + name + "'.");
        }
    }
}
