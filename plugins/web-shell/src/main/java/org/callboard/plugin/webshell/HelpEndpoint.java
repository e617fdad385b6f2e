package org.callboard.plugin.webshell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.callboard.api.config.Configuration;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.web.HttpEndpoint;
import org.callboard.api.web.Route;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code GET /api/web-shell/help}: {@code contact}, whom readers ask who lack a right, where the operator names somebody. */
@Component
public final class HelpEndpoint implements HttpEndpoint {

    private final Configuration configuration;
    private final JsonFormat format;

    /** Makes the endpoint. */
    @Activate
    public HelpEndpoint(@Reference Configuration configuration, @Reference JsonFormat format) {
        this.configuration = configuration;
        this.format = format;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route("/api/web-shell/help", Permission.PORTAL_USE));
    }

    @Override
    public void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Requests.refuseChanges(request);
        response.setContentType("application/json;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        Json.Builder answer = Json.object()
                .put(
                        "contact",
                        configuration
                                .current(WebShellConfig.class)
                                .contact()
                                .map(EntityRef::toString)
                                .orElse(null));
        format.write(answer.build(), response.getOutputStream());
    }
}
