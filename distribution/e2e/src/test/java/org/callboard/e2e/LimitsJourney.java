package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Some ask more often than others like; 127.0.0.1 is the proxy by which all come. */
class LimitsJourney {

    private static final int BURST = 20;

    @AutoClose
    private static PortalProcess portal;

    private static RawHttp proxy;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.with(root, """
                server:
                  proxies: [127.0.0.1]
                  limits:
                    callerPerSecond: 1
                    addressPerSecond: 1
                    connectionsPerAddress: 20
                """));
        proxy = new RawHttp(portal.address().getPort());
    }

    private static Answer ask(String client, String path, String... headers) {
        return send("GET", client, path, headers);
    }

    private static Answer send(String method, String client, String path, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("X-Forwarded-For: " + client);
        try {
            return proxy.send(method, path, all.toArray(String[]::new));
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    /** {@return the first of many answers that refuses to go on so} */
    private static Answer hurry(String client, String path, String... headers) {
        return IntStream.range(0, 20 * BURST)
                .mapToObj(i -> ask(client, path, headers))
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow(() -> new AssertionError("It goes on and on."));
    }

    @Test
    void whoIsNotSignedInWaitsAndNobodyElse() {
        Answer refused = hurry("203.0.113.1", "/api/plugins").expectError(429).expectSecurityHeaders();
        assertEquals("TooManyRequestsError", refused.json().at("/error/name").asText());
        assertTrue(Integer.parseInt(refused.header("Retry-After")) >= 1);
        ask("203.0.113.2", "/api/plugins").expectError(401);
        ask("203.0.113.1", "/api/plugins", bearer()).expect(200);
        assertEquals(429, hurry("198.51.100.1, 203.0.113.1", "/").status(), "What the client says before is its own.");
        assertEquals(429, hurry("203.0.113.1", "/signin?code=x").status());
    }

    @Test
    void aNetworkOfVersionSixIsOneSender() {
        hurry("2001:db8:0:1::1", "/api/plugins");
        Answer neighbour = hurryOnce("2001:db8:0:1:ffff::2");
        assertEquals(429, neighbour.status(), neighbour::text);
        ask("2001:db8:0:2::1", "/api/plugins").expectError(401);
    }

    private static Answer hurryOnce(String client) {
        ask(client, "/api/plugins");
        ask(client, "/api/plugins");
        return ask(client, "/api/plugins");
    }

    @Test
    void wrongTokensCostMore() {
        long tried = IntStream.range(0, 10)
                .map(i -> ask("203.0.113.3", "/api/plugins", "Authorization: Bearer wrong" + i)
                        .status())
                .filter(status -> status == 401)
                .count();
        assertTrue(tried >= 1 && tried <= 3, () -> tried + " tries went through.");
        ask("203.0.113.3", "/api/plugins", bearer()).expect(200);
    }

    @Test
    void hooksThatNobodySignedCostAsMuchWhateverComesWithThem() {
        for (String header : List.of("X-Gitlab-Token: wrong", "Authorization: Bearer wrong")) {
            String client = "203.0.113." + (10 + header.length());
            long tried = IntStream.range(0, 10)
                    .map(i -> send("POST", client, "/api/hooks/code-host", header, "Content-Length: 0")
                            .status())
                    .filter(status -> status == 401)
                    .count();
            assertTrue(tried >= 1 && tried <= 3, () -> header + ": " + tried + " tries went through.");
        }
    }

    @Test
    void aCallerWaitsWhereverItAsksFrom() {
        String wish = "{\"name\":\"busy\",\"permissions\":[\"plugin.read\"]}";
        String token = portal.administrator()
                .post("/api/tokens", "application/json", PluginJar.bytes(wish))
                .expect(201)
                .json()
                .path("token")
                .asText();
        hurry("203.0.113.4", "/api/plugins", "Authorization: Bearer " + token).expectError(429);
        int again = IntStream.range(0, 3)
                .map(i -> ask("203.0.113.5", "/api/plugins", "Authorization: Bearer " + token)
                        .status())
                .max()
                .orElseThrow();
        assertEquals(429, again);
        Client machine = portal.anyone().with("Authorization", "Bearer " + token);
        machine.get("/api/plugins").expect(200);
    }

    @Test
    void thisMachineIsNeverMadeToWait() {
        for (int i = 0; i < 5 * BURST; i++) {
            portal.anyone().get("/health/ready").expect(200);
            portal.anyone().get("/metrics").expect(200);
            portal.anyone().get("/api/plugins").expectError(401);
        }
    }

    @Test
    void countsWhatItRefusesAndTellsOfItOnce() {
        IntStream.range(0, 10 * BURST).forEach(i -> ask("203.0.113.6", "/api/plugins"));
        String metrics = portal.anyone().get("/metrics").expect(200).text();
        assertTrue(
                metrics.lines().anyMatch(line -> line.matches("callboard_limited_address_requests_total [1-9][0-9]*")),
                metrics);
        int rows = portal.administrator()
                .get("/api/audit?act=access.limit&limit=500")
                .expect(200)
                .json()
                .path("items")
                .size();
        assertTrue(rows >= 1 && rows <= 10, () -> rows + " rows");
    }

    @Test
    void aProxyMayHaveAnyNumberOfConnections() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                sockets.add(proxy.connect());
            }
            assertEquals(200, portal.anyone().get("/health/ready").status());
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void idleConnectionsTakeNobodysPlace() throws IOException {
        List<Socket> idle = new ArrayList<>();
        int count = Repetitions.of(500, 10_000);
        try {
            for (int i = 0; i < count; i++) {
                Socket socket = proxy.connect();
                socket.getOutputStream().write("GET / HTTP/1.1\r\nX: ".getBytes(StandardCharsets.ISO_8859_1));
                idle.add(socket);
            }
            portal.anyone().get("/health/ready").expect(200);
            portal.administrator().get("/api/plugins").expect(200);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
        assertTrue(portal.isAlive());
    }

    private static String bearer() {
        return "Authorization: Bearer " + portal.folder().token();
    }
}
