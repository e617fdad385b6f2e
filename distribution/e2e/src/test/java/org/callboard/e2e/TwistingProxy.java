package org.callboard.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a provider that does nothing wrong, and changes what it says. */
final class TwistingProxy implements AutoCloseable {

    private static final Set<String> OWN =
            Set.of("host", "connection", "content-length", "transfer-encoding", "expect", "upgrade", "http2-settings");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private volatile int provider;
    private volatile Twist twist = (path, answer) -> answer;

    /** Changes an answer. */
    interface Twist {

        /** {@return what is answered in its place} */
        String changed(String path, String answer);
    }

    private TwistingProxy(HttpServer server) {
        this.server = server;
    }

    static TwistingProxy start() {
        try {
            TwistingProxy proxy =
                    new TwistingProxy(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            proxy.server.setExecutor(proxy.threads);
            proxy.server.createContext("/", proxy::pass);
            proxy.server.start();
            return proxy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String origin() {
        return "http://" + authority();
    }

    private String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    void leadsTo(int port) {
        provider = port;
    }

    void twist(Twist other) {
        twist = other;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<String> answer = http.send(request(exchange), HttpResponse.BodyHandlers.ofString());
            byte[] body = PluginJar.bytes(twist.changed(exchange.getRequestURI().getPath(), answer.body()));
            answer.headers().map().forEach((name, values) -> {
                if (!OWN.contains(name.toLowerCase(Locale.ROOT)) && !name.startsWith(":")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + provider + exchange.getRequestURI()))
                .header("X-Forwarded-Host", authority())
                .header("X-Forwarded-Proto", "http")
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
