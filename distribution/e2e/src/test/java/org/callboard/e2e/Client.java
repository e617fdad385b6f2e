package org.callboard.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;

/** Speaks HTTP to a portal, as one caller. */
final class Client {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI base;
    private final HttpClient http;
    private final List<String> headers;
    private final Duration patience;

    Client(URI base) {
        this(base, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), List.of(), PATIENCE);
    }

    private Client(URI base, HttpClient http, List<String> headers, Duration patience) {
        this.base = base;
        this.http = http;
        this.headers = headers;
        this.patience = patience;
    }

    /** Speaks to a portal whose certificate this trusts. */
    static Client trusting(SSLContext trust, URI base) {
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trust)
                .build();
        return new Client(base, http, List.of(), PATIENCE);
    }

    /** {@return this client, waiting for each answer for as long as this} */
    Client waiting(Duration longer) {
        return new Client(base, http, headers, longer);
    }

    /** {@return this client, sending one more header with every request} */
    Client with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Client(base, http, List.copyOf(more), patience);
    }

    URI base() {
        return base;
    }

    Answer get(String path) {
        return send("GET", path);
    }

    Answer delete(String path) {
        return send("DELETE", path);
    }

    /** Sends a request without a body. */
    Answer send(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()).build());
    }

    Answer post(String path, String contentType, byte[] body) {
        return send("POST", path, contentType, body);
    }

    Answer send(String method, String path, String contentType, byte[] body) {
        return send(request(path)
                .header("Content-Type", contentType)
                .method(method, BodyPublishers.ofByteArray(body))
                .build());
    }

    /** Sends a plugin's jar. */
    Answer install(byte[] jar) {
        return post("/api/plugins", "application/java-archive", jar);
    }

    /** Sends a plugin's jar with a query that begins with a question mark. */
    Answer install(byte[] jar, String query) {
        return post("/api/plugins" + query, "application/java-archive", jar);
    }

    /** Asks what sending a plugin's jar would do. */
    Answer plan(byte[] jar) {
        return install(jar, "?dryRun=true");
    }

    /** Does something with an installed plugin: {@code rollback}, {@code disable} or {@code enable}. */
    Answer act(String plugin, String act) {
        return send("POST", "/api/plugins/" + plugin + "/" + act);
    }

    CompletableFuture<Answer> getLater(String path) {
        return http.sendAsync(request(path).build(), BodyHandlers.ofString()).thenApply(Client::answer);
    }

    /** {@return a plugin's value, empty where there is no such plugin} */
    String plugin(String id, String field) {
        return get("/api/plugins/" + id).json().path(field).asText();
    }

    /** {@return how many entities there are} */
    int entities() {
        return get("/api/catalog/entities/by-query?limit=0")
                .json()
                .path("totalItems")
                .asInt();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(URI.create(base + path)).timeout(patience);
        return headers.isEmpty() ? builder : builder.headers(headers.toArray(String[]::new));
    }

    private Answer send(HttpRequest request) {
        try {
            return answer(http.send(request, BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }
}
