package org.callboard.plugin.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The page that makes pictures of the texts that it is sent, for a frame within pages of documentation: it is to belong to no
 * origin and reach no network, so whatever a text makes the library do stays in it.
 *
 * @param html the whole document
 * @param policy what the answer that brings it must have as its {@code Content-Security-Policy}
 */
public record DiagramPage(String html, String policy) {

    private static final String POLICY = "sandbox allow-scripts; default-src 'none'; script-src %s;"
            + " style-src 'unsafe-inline'; img-src data:;%s frame-ancestors 'self'";
    private static final String HEAD = "<!doctype html>\n<meta charset=\"utf-8\">\n<title>Diagrams</title>\n<body>\n";

    /** {@return the page that draws a language, made of what is in the jar; empty where none does} */
    public static Optional<DiagramPage> of(String language) {
        return switch (language) {
            case "mermaid" -> Optional.of(mermaid());
            case "graphviz" -> Optional.of(graphviz());
            default -> Optional.empty();
        };
    }

    private static DiagramPage mermaid() {
        List<String> scripts = List.of(script("mermaid.js"), script("mermaid-painter.js"), script("diagrams.js"));
        return new DiagramPage(HEAD + elements(scripts), POLICY.formatted(hashes(scripts), ""));
    }

    /** Graphviz is compiled for browsers, and runs in a worker, of which the text is no script of the page itself. */
    private static DiagramPage graphviz() {
        String worker = script("graphviz.js") + "\n" + script("graphviz-worker.js");
        List<String> scripts = List.of(script("graphviz-painter.js"), script("diagrams.js"));
        return new DiagramPage(
                HEAD + "<script type=\"text/plain\" id=\"worker\">" + worker + "</script>\n" + elements(scripts),
                POLICY.formatted(hashes(scripts) + " 'wasm-unsafe-eval'", " worker-src blob:;"));
    }

    private static String elements(List<String> scripts) {
        return scripts.stream()
                .map(script -> "<script>" + script + "</script>\n")
                .collect(Collectors.joining());
    }

    private static String hashes(List<String> scripts) {
        return scripts.stream().map(script -> "'" + sha256(script) + "'").collect(Collectors.joining(" "));
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
