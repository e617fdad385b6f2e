package org.callboard.plugin.docs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/**
 * {@code /api/docs/diagrams}: the {@link DiagramPage}, with a policy that isolates it, and with the styles that Mermaid needs
 * and the portal's pages forbid.
 */
@Component
@Path("diagrams")
public final class DiagramFrame implements RestResource {

    private @Nullable DiagramPage page;

    /** {@return the page, which is another only where the plugin is} */
    @GET
    @RequiresPermission(Permission.CATALOG_READ)
    public Response show() {
        DiagramPage shown = page();
        return Response.ok(shown.html(), "text/html; charset=utf-8")
                .header("Cache-Control", "private, max-age=604800, immutable")
                .header("Content-Security-Policy", shown.policy())
                .build();
    }

    private synchronized DiagramPage page() {
        DiagramPage known = page;
        if (known == null) {
            known = DiagramPage.read();
            page = known;
        }
        return known;
    }
}
