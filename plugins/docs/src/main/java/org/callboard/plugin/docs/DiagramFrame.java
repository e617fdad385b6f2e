package org.callboard.plugin.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.callboard.api.security.Permission;
import org.callboard.api.security.RequiresPermission;
import org.callboard.api.web.RestResource;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/**
 * {@code /api/docs/diagrams}: a page that makes pictures of the texts that it is sent, for a frame within pages of
 * documentation. It belongs to no origin and reaches no network, so whatever a text makes Mermaid do stays in it; and it has
 * the styles that Mermaid needs and the portal's pages forbid.
 */
@Component
@Path("diagrams")
public final class DiagramFrame implements RestResource {

    private static final String POLICY = "sandbox allow-scripts; default-src 'none'; script-src '%s' '%s';"
            + " style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    private @Nullable Page page;

    private record Page(String html, String policy) {}

    /** {@return the page, which is another only where the plugin is} */
    @GET
    @RequiresPermission(Permission.CATALOG_READ)
    public Response show() {
        Page shown = page();
        return Response.ok(shown.html(), "text/html; charset=utf-8")
                .header("Cache-Control", "private, max-age=604800, immutable")
                .header("Content-Security-Policy", shown.policy())
                .build();
    }

    private synchronized Page page() {
        Page known = page;
        if (known == null) {
            String mermaid = script("mermaid.js");
            String painter = script("diagrams.js");
            String html = "<!doctype html>\n<meta charset=\"utf-8\">\n<title>Diagrams</title>\n<body>\n<script>"
                    + mermaid + "</script>\n<script>" + painter + "</script>\n";
            known = new Page(html, POLICY.formatted(sha256(mermaid), sha256(painter)));
            page = known;
        }
        return known;
    }

    /** Nothing in it ends it early where it stands in a page. */
    private static String script(String name) {
        try (InputStream text = DiagramFrame.class.getResourceAsStream(name)) {
            if (text == null) {
                throw new IllegalStateException("The jar lacks " + name + ".");
            }
            return new String(text.readAllBytes(), UTF_8)
                    .replace("\r", "")
                    .replace("<!--", "<\\!--")
                    .replace("</script", "<\\/script");
        } catch (IOException e) {
            throw new UncheckedIOException("The jar's " + name + " can't be read.", e);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
