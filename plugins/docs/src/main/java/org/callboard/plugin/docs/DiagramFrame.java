package org.callboard.plugin.docs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.osgi.service.component.annotations.Component;

/**
 * {@code /api/docs/diagrams/LANGUAGE}: the {@link DiagramPage}, with a policy that isolates it, and with the styles that Mermaid
 * needs and the portal's pages forbid.
 */
@Component
@Path("diagrams")
public final class DiagramFrame implements RestResource {

    private final Map<String, Optional<DiagramPage>> pages = new ConcurrentHashMap<>();

    /** {@return the page, which is another only where the plugin is} */
    @GET
    @Path("{language: mermaid|graphviz}")
    @RequiresPermission(Permission.CATALOG_READ)
    public Response show(@PathParam("language") String language) {
        DiagramPage shown = pages.computeIfAbsent(language, DiagramPage::of).orElseThrow(NotFoundException::new);
        return Response.ok(shown.html(), "text/html; charset=utf-8")
                .header("Cache-Control", "private, max-age=604800, immutable")
                .header("Content-Security-Policy", shown.policy())
                .build();
    }
}
