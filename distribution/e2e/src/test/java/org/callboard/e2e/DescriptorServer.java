package org.callboard.e2e;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A web server on this machine with a folder of descriptors. */
final class DescriptorServer implements AutoCloseable {

    private final Path folder;
    private final LocalServer server = LocalServer.at("/", this::answer);

    DescriptorServer(Path folder) {
        this.folder = folder;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
            if (Files.isRegularFile(file)) {
                byte[] content = Files.readAllBytes(file);
                exchange.sendResponseHeaders(200, content.length);
                exchange.getResponseBody().write(content);
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
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
