package org.callboard.core.web;

import static org.callboard.core.web.LocalServer.ascii;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.callboard.api.model.Json;
import org.callboard.api.net.WebAnswer;
import org.callboard.api.net.WebRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PluginWebClientIT {

    private static final String SECRET = "Bearer very-secret";

    private final FakeNames names = new FakeNames();
    private final List<AllowedHost> allowed = new CopyOnWriteArrayList<>();
    private LocalServer server;
    private PluginWebClient client;

    @BeforeEach
    void open() throws Exception {
        server = new LocalServer().page("/a", "200 OK", "X-A: 1\nx-a: 2", "{\"a\": [1]}");
        FetchLimits limits = new FetchLimits(Reading.AMPLE, Reading.AMPLE, 100_000, 8_192, 5);
        client = new PluginWebClient(
                "cost",
                new Asking(
                        "web-client-cost",
                        new ReadingRules(() -> allowed),
                        names,
                        limits,
                        new SslContextFactory.Client()));
        allow("127.0.0.1:" + server.port());
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private void allow(String host, String... paths) throws MalformedException {
        allowed.add(AllowedHost.parse(host, List.of(paths)));
    }

    private WebAnswer get(String path) {
        return client.send(WebRequest.get(URI.create(server.url(path))));
    }

    private PortalException failure(String url) {
        return failure(() -> client.send(WebRequest.get(URI.create(url)).header("Authorization", SECRET)));
    }

    private static PortalException failure(Supplier<WebAnswer> sending) {
        PortalException failure = assertThrows(PortalException.class, sending::get);
        assertEquals(ProblemKind.UNAVAILABLE, failure.kind());
        assertTrue(failure.message().startsWith("Plugin 'cost' has no answer of '"), failure::message);
        assertFalse((failure.message() + failure.hint()).contains("secret"), failure::message);
        return failure;
    }

    @Test
    void givesWhateverTheServerAnswers() {
        WebAnswer answer = get("/a");
        assertEquals(200, answer.status());
        assertTrue(answer.isGood());
        assertEquals(List.of("1", "2"), answer.headers("X-a"));
        assertEquals("{\"a\": [1]}", answer.text());
        assertEquals(Json.object().put("a", new Json.Arr(List.of(Json.of(1)))).build(), answer.json());
        assertEquals(404, get("/none").status());
        assertEquals("", server.requests().get(0).header("authorization"));
    }

    @Test
    void sendsMethodHeadersAndBody() {
        List<String> bodies = new CopyOnWriteArrayList<>();
        server.page("/post", (request, out) -> {
            bodies.add(request.header("content-type") + " " + request.header("content-length"));
            out.write(ascii("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"));
        });
        URI url = URI.create(server.url("/post"));
        WebRequest json = WebRequest.post(url).header("Authorization", SECRET).json(Json.of("ä"));
        assertEquals(201, client.send(json).status());
        assertEquals(
                201, client.send(WebRequest.put(url).text("abc", "text/plain")).status());
        assertEquals(List.of("application/json 4", "text/plain 3"), bodies);
        assertEquals(SECRET, server.requests().get(0).header("authorization"));
        assertFalse(json.toString().contains("secret"));
        assertThrows(IllegalArgumentException.class, () -> json.header("Host", "other"));
        assertThrows(IllegalArgumentException.class, () -> json.header("X", "a\r\nY: b"));
        assertThrows(IllegalArgumentException.class, () -> json.retries(1));
    }

    @Test
    void asksNobodyWhoIsNotListedAndSaysWhatToWrite() throws Exception {
        try (LocalServer other = new LocalServer()) {
            PortalException failure = failure(other.url("/a?key=secret"));
            assertEquals(
                    "Write in callboard.yaml: plugins: {hosts: {cost: [{host: 127.0.0.1:" + other.port() + "}]}}.",
                    failure.hint());
            assertEquals(List.of(), other.requests());
            allow("127.0.0.1:" + other.port(), "/b");
            failure(other.url("/a"));
            assertEquals(
                    404,
                    client.send(WebRequest.get(URI.create(other.url("/b")))).status());
        }
    }

    @Test
    void checksEveryHopOfARedirectAndLeavesTheHeadersBehind() throws Exception {
        try (LocalServer other = new LocalServer().page("/b", "200 OK", "", "b")) {
            server.page("/away", "302 Found", "Location: " + other.url("/b"), "");
            server.page("/secrets", "302 Found", "Location: http://169.254.169.254/latest", "");
            server.page("/file", "302 Found", "Location: file:///etc/passwd", "");
            server.page("/round", "302 Found", "Location: /round", "");
            assertTrue(failure(server.url("/away")).message().contains("127.0.0.1:" + other.port() + "'"));
            assertEquals(List.of(), other.requests());
            assertTrue(failure(server.url("/secrets")).message().contains("'169.254.169.254'"));
            failure(server.url("/file"));
            assertTrue(failure(server.url("/round")).message().contains("redirects too often"));
            allow("127.0.0.1:" + other.port());
            WebRequest request = WebRequest.post(URI.create(server.url("/away")))
                    .header("Authorization", SECRET)
                    .text("x", "text/plain");
            assertEquals("b", client.send(request).text());
            assertEquals("", other.requests().get(0).header("authorization"));
            assertEquals("", other.requests().get(0).header("content-length"));
        }
    }

    @Test
    void asksNoAddressThatANameStandsForAllOfASudden() throws Exception {
        allow("*.example.com:" + server.port());
        names.name("costs.example.com", "127.0.0.1");
        assertTrue(failure(server.url("costs.example.com", "/a")).message().contains("inner network"));
        allow("api.example.com:" + server.port());
        names.name("api.example.com", "127.0.0.1").name("api.example.com", "169.254.169.254");
        assertEquals(
                200,
                client.send(WebRequest.get(URI.create(server.url("api.example.com", "/a"))))
                        .status());
        assertTrue(failure(server.url("api.example.com", "/a")).message().contains("inner network"));
        assertEquals(1, server.requests().size());
    }

    @Test
    void readsNoMoreThanItMayAndUnpacksNothing() throws Exception {
        server.page("/long", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 100001\r\n\r\n"));
            endless(out);
        });
        server.page("/endless", (request, out) -> {
            out.write(ascii("HTTP/1.1 200 OK\r\n\r\n"));
            endless(out);
        });
        byte[] bomb = bomb();
        server.page("/bomb", (request, out) -> {
            out.write(
                    ascii("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n"));
            out.write(bomb);
        });
        assertTrue(failure(server.url("/long")).message().contains("longer than"));
        assertTrue(failure(server.url("/endless")).message().contains("longer than"));
        assertTrue(failure(server.url("/bomb")).message().contains("packed"));
        assertEquals("identity", server.requests().get(0).header("accept-encoding"));
    }

    private static void endless(OutputStream out) throws IOException {
        byte[] kilobyte = new byte[1_024];
        while (true) {
            out.write(kilobyte);
        }
    }

    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[10_000_000]);
        }
        return packed.toByteArray();
    }

    @Test
    void waitsNoLongerThanItWasTold() {
        CountDownLatch over = new CountDownLatch(1);
        server.page("/slow", (request, out) -> over.await());
        WebRequest request = WebRequest.get(URI.create(server.url("/slow"))).timeout(Duration.ofMillis(200));
        assertTrue(failure(() -> client.send(request)).message().contains("does not answer in time"));
        over.countDown();
    }

    @Test
    void asksAgainWhereThatMayHelp() {
        AtomicInteger asked = new AtomicInteger();
        server.page("/flaky", (request, out) -> {
            if (asked.incrementAndGet() == 1) {
                return;
            }
            String status = asked.get() == 2 ? "503 Service Unavailable" : "200 OK";
            out.write(ascii("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n"));
        });
        WebRequest request = WebRequest.get(URI.create(server.url("/flaky")));
        assertEquals(200, client.send(request.retries(2)).status());
        assertEquals(3, asked.get());
        asked.set(0);
        failure(() -> client.send(request));
        assertEquals(1, asked.get());
        server.page("/busy", "429 Too Many Requests", "Retry-After: 100", "");
        assertEquals(
                429,
                client.send(WebRequest.get(URI.create(server.url("/busy"))).retries(5))
                        .status());
        assertEquals(4 + 1, server.requests().size());
    }

    @Test
    void asksEightTimesAtOnceAtTheMost() throws Exception {
        CountDownLatch eight = new CountDownLatch(8);
        CountDownLatch over = new CountDownLatch(1);
        server.page("/hang", (request, out) -> {
            eight.countDown();
            over.await();
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        });
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<WebAnswer>> hanging = new ArrayList<>();
            for (int each = 0; each < 8; each++) {
                hanging.add(threads.submit(() -> get("/hang")));
            }
            eight.await();
            WebRequest ninth = WebRequest.get(URI.create(server.url("/a"))).timeout(Duration.ofMillis(50));
            assertTrue(failure(() -> client.send(ninth)).message().contains("8 other requests"));
            over.countDown();
            for (Future<WebAnswer> answer : hanging) {
                assertEquals(200, answer.get().status());
            }
            assertEquals(200, get("/a").status());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void takesItsThreadsWithIt() {
        get("/a");
        assertFalse(LocalServer.threads("web-client-cost").isEmpty());
        client.close();
        assertEquals(List.of(), LocalServer.threads("web-client-cost"));
        failure(server.url("/a"));
    }

    @Test
    void saysSoWhereTheAnswerIsNoJson() {
        server.page("/text", "200 OK", "Content-Type: text/plain; charset=ISO-8859-1", "secret");
        WebAnswer answer = get("/text");
        assertTrue(failure(() -> {
                    answer.json();
                    return answer;
                })
                .message()
                .contains("is no JSON"));
    }
}
