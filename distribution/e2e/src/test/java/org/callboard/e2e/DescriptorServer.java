package org.callboard.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** A web server on this machine with a folder of descriptors. */
final class DescriptorServer implements AutoCloseable {

    private final Path folder;
    private final HttpServer server;

    private DescriptorServer(Path folder, HttpServer server) {
        this.folder = folder;
        this.server = server;
    }

    static DescriptorServer of(Path folder) {
        try {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            DescriptorServer descriptors = new DescriptorServer(folder, HttpServer.create(anyPort, 0));
            descriptors.server.createContext("/", descriptors::answer);
            descriptors.server.start();
            return descriptors;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
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
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
