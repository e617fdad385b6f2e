package org.callboard.core.http;

import java.io.IOException;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Permission;
import org.callboard.core.revision.Preview;
import org.callboard.core.revision.Previews;
import org.callboard.core.session.PortalCaller;

/** {@code /api/previews}: which are open, and the link that lets a browser see one. */
final class PreviewResource implements CoreResource {

    private static final String PREFIX = "/api/previews";
    private static final String OPEN = PREFIX + "/open";

    private final Previews previews;

    PreviewResource(Previews previews) {
        this.previews = previews;
    }

    static String path(Preview preview) {
        return OPEN + "?key=" + preview.key();
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (!exchange.is("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        if (exchange.path().equals(PREFIX)) {
            list(exchange);
        } else if (exchange.path().equals(OPEN)) {
            open(exchange);
        } else {
            throw new PortalException(ProblemKind.NOT_FOUND, "There is nothing at " + exchange.path() + ".");
        }
    }

    private void list(Exchange exchange) throws IOException {
        exchange.allowed(Permission.PLUGIN_READ);
        exchange.json(200, PreviewJson.of(previews.all().stream()));
    }

    private void open(Exchange exchange) {
        PortalCaller caller = exchange.allowed(Permission.PORTAL_USE);
        String key = exchange.request().getParameter("key");
        Preview preview =
                key == null ? null : previews.find(key, caller.getName()).orElse(null);
        if (preview == null) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND,
                    "This preview is over, or it is another caller's.",
                    "Deploy the plugin as a preview again.");
        }
        exchange.response().addCookie(PreviewKeys.cookie(preview.key(), exchange.request()));
        exchange.response().setHeader("Cache-Control", "no-store");
        exchange.response().setStatus(303);
        exchange.response().setHeader("Location", "/");
    }
}
