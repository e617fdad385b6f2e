package org.callboard.e2e;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A web server on this machine, at a port of its own. */
final class LocalServer implements AutoCloseable {

    private final HttpServer server;

    private LocalServer(HttpServer server) {
        this.server = server;
    }

    /** Starts one that answers below a path. */
    static LocalServer at(String path, HttpHandler handler) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(path, handler);
            server.start();
            return new LocalServer(server);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Answers below another path besides. */
    LocalServer and(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return this;
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
