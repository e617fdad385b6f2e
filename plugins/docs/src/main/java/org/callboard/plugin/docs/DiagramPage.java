package org.callboard.plugin.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page that makes pictures of the texts that it is sent, for a frame within pages of documentation: it is to belong to no
 * origin and reach no network, so whatever a text makes Mermaid do stays in it.
 *
 * @param html the whole document
 * @param policy what the answer that brings it must have as its {@code Content-Security-Policy}
 */
public record DiagramPage(String html, String policy) {

    private static final String POLICY = "sandbox allow-scripts; default-src 'none'; script-src '%s' '%s';"
            + " style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

    /** {@return the page, made of what is in the jar} */
    public static DiagramPage read() {
        String mermaid = script("mermaid.js");
        String painter = script("diagrams.js");
        String html = "<!doctype html>\n<meta charset=\"utf-8\">\n<title>Diagrams</title>\n<body>\n<script>" + mermaid
                + "</script>\n<script>" + painter + "</script>\n";
        return new DiagramPage(html, POLICY.formatted(sha256(mermaid), sha256(painter)));
    }

    /** Nothing in it ends it early where it stands in a page. */
    private static String script(String name) {
        try (InputStream text = DiagramPage.class.getResourceAsStream(name)) {
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
