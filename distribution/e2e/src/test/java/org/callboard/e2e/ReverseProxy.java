package org.callboard.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A web server that passes on what it is asked below a path to a portal, as proxies do. */
final class ReverseProxy implements AutoCloseable {

    static final String PATH = "/tools/callboard";

    private static final Set<String> OWN = Set.of("host", "connection", "content-length", "transfer-encoding");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final Prefix prefix;
    private final int portal;

    /** What becomes of the path. */
    enum Prefix {
        KEPT,
        TAKEN_OFF
    }

    private ReverseProxy(HttpServer server, Prefix prefix, int portal) {
        this.server = server;
        this.prefix = prefix;
        this.portal = portal;
    }

    /** Starts one for a portal that is yet to be started. */
    static ReverseProxy start(Prefix prefix) {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            ReverseProxy proxy = new ReverseProxy(HttpServer.create(anyPort, 0), prefix, free.getLocalPort());
            proxy.server.setExecutor(proxy.threads);
            proxy.server.createContext("/", proxy::pass);
            proxy.server.start();
            return proxy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** {@return the port on which the portal has to listen} */
    int portalPort() {
        return portal;
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** {@return what the portal has to have for its base URL} */
    String baseUrl() {
        return origin() + PATH;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            String uri = exchange.getRequestURI().toString();
            if (!uri.startsWith(PATH)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String inner = prefix == Prefix.KEPT ? uri : uri.substring(PATH.length());
            answer(exchange, http.send(request(exchange, inner), HttpResponse.BodyHandlers.ofInputStream()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange, String uri) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + portal + uri))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static void answer(HttpExchange exchange, HttpResponse<InputStream> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT)) && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        int status = answer.statusCode();
        exchange.sendResponseHeaders(status, status == 204 || status == 304 ? -1 : 0);
        try (InputStream in = answer.body();
                OutputStream out = exchange.getResponseBody()) {
            byte[] buffer = new byte[8_192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                out.flush();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
