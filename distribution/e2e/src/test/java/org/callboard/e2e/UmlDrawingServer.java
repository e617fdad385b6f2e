package org.callboard.e2e;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Answers to texts that are posted as a PlantUML server does, with the text in the drawing, or with what is wrong with one that has "broken" in
 * it.
 */
final class UmlDrawingServer implements AutoCloseable {

    private final LocalServer server = LocalServer.at("/svg", this::answer);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestMethod() + " " + text);
            boolean isBroken = text.contains("broken");
            if (isBroken) {
                exchange.getResponseHeaders().set("X-PlantUML-Diagram-Error", "Syntax Error?");
                exchange.getResponseHeaders().set("X-PlantUML-Diagram-Error-Line", "2");
            }
            exchange.getResponseHeaders().set("Content-Type", "image/svg+xml");
            byte[] svg = drawing(text).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isBroken ? 400 : 200, svg.length);
            exchange.getResponseBody().write(svg);
        }
    }

    /** With scripts in it, as one that somebody has taken over would send. */
    private static String drawing(String text) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"180px\" height=\"60px\""
                + " viewBox=\"0 0 180 60\" onload=\"parent.stolen=1\"><script>parent.stolen=1;top.stolen=1</script>"
                + "<image href=\"https://example.com/x.png\"/><text x=\"10\" y=\"30\">"
                + text.replace("&", "&amp;").replace("<", "&lt;") + "</text></svg>";
    }

    /** {@return what was asked, in order: the method, and what was posted} */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** {@return its host and port} */
    String host() {
        return server.host();
    }

    @Override
    public void close() {
        server.close();
    }
}
