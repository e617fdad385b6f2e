package org.callboard.plugin.webshell;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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

/** Answers every path that is a page with the one HTML document; its script finds out which page is meant. */
@Component
public final class PageEndpoint implements HttpEndpoint {

    private static final String OWN_ID = "web-shell";

    private final Plugins plugins;
    private final PageTemplate template = PageTemplate.load();
    private final byte[] icon = Resources.bytes("favicon.svg");

    /** Makes the endpoint. */
    @Activate
    public PageEndpoint(@Reference Plugins plugins) {
        this.plugins = plugins;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route("/", Permission.PORTAL_USE));
    }

    @Override
    public void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Requests.refuseChanges(request);
        String path = request.getRequestURI();
        if (path.equals("/favicon.ico")) {
            response.setHeader("Cache-Control", "max-age=86400");
            send(response, "image/svg+xml", icon);
        } else if (isPage(path, Optional.ofNullable(request.getHeader("Accept")).orElse("*/*"))) {
            sendPage(response);
        } else {
            throw new PortalException(ProblemKind.NOT_FOUND, "There is nothing at " + path + ".");
        }
    }

    /** A browser asks for pages by naming HTML; other clients mean one where the path does not look like a file. */
    private static boolean isPage(String path, String accept) {
        boolean looksLikeFile = path.lastIndexOf('.') > path.lastIndexOf('/');
        return accept.contains("text/html") || (accept.contains("*/*") && !looksLikeFile);
    }

    private void sendPage(HttpServletResponse response) throws IOException {
        PageTemplate.Page page = template.at(plugins.uiBase(OWN_ID)
                .orElseThrow(() -> new PortalException(
                        ProblemKind.UNAVAILABLE, "The files of the web page are not served yet.", "Try again.")));
        response.setHeader("Content-Security-Policy", page.securityPolicy());
        response.setHeader("Cache-Control", "private, no-cache");
        send(response, "text/html;charset=utf-8", page.html().getBytes(UTF_8));
    }

    private static void send(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
