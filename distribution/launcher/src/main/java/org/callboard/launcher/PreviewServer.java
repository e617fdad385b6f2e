package org.callboard.launcher;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Serves what is at paths to browsers on this machine, and to nobody else. */
final class PreviewServer implements AutoCloseable {

    private static final int THREADS = 4;
    private static final String FILES = "/-/files/";
    private static final String POLICY =
            "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
                    + "frame-src 'self'; "
                    + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Function<String, Map.@Nullable Entry<String, byte[]>> pages;

    private PreviewServer(HttpServer server, Function<String, Map.@Nullable Entry<String, byte[]>> pages) {
        this.server = server;
        this.pages = pages;
    }

    /**
     * Starts one.
     *
     * @param pages what is at a path, as content type and bytes; null for nothing; behind the type, on a line of its own, the
     *     policy of what has another than pages
     * @param port 0 for any that is free
     */
    static PreviewServer start(Function<String, Map.@Nullable Entry<String, byte[]>> pages, int port)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        PreviewServer preview = new PreviewServer(server, pages);
        server.createContext("/", preview::handle);
        server.setExecutor(preview.threads);
        server.start();
        return preview;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().close();
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!isOurs(exchange.getRequestHeaders().getFirst("Host"))) {
            send(exchange, 421, plain("This answers to 127.0.0.1 and localhost alone."));
        } else if (!exchange.getRequestMethod().equals("GET")) {
            send(exchange, 405, plain("This is for reading."));
        } else {
            answer(exchange, path);
        }
    }

    private void answer(HttpExchange exchange, String path) throws IOException {
        Map.Entry<String, byte[]> found;
        try {
            found = path.startsWith("/") ? pages.apply(path) : null;
        } catch (RuntimeException failure) {
            send(exchange, 500, plain("This page can't be made: " + failure.getMessage() + "."));
            return;
        }
        if (found == null) {
            send(exchange, 404, plain("There is no page at " + path + ". The first is at /."));
        } else {
            send(exchange, 200, found);
        }
    }

    private static Map.Entry<String, byte[]> plain(String text) {
        return Map.entry("text/plain;charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Another host's name that leads here is a web page that wants to read this one. */
    private boolean isOurs(@Nullable String host) {
        int port = server.getAddress().getPort();
        return host != null && (host.equals("127.0.0.1:" + port) || host.equals("localhost:" + port));
    }

    private static void send(HttpExchange exchange, int status, Map.Entry<String, byte[]> content) throws IOException {
        boolean isFile = exchange.getRequestURI().getPath().startsWith(FILES);
        Headers headers = exchange.getResponseHeaders();
        String[] typeAndPolicy = content.getKey().split("\n", 2);
        String usual = isFile ? POLICY + "; sandbox" : POLICY;
        headers.set("Content-Type", typeAndPolicy[0]);
        headers.set("Content-Security-Policy", typeAndPolicy.length > 1 ? typeAndPolicy[1] : usual);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        byte[] bytes = content.getValue();
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
