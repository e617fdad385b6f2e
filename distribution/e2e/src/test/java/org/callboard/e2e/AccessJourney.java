package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody without rights tries every door, in every spelling. */
class AccessJourney {

    private static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
    private static final byte[] NOTHING = new byte[0];

    @AutoClose
    private static PortalProcess portal;

    private static RawHttp raw;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.in(root));
        portal.administrator().install(Plugins.rest("e2e-door", "1.0.0")).expect(201);
        raw = new RawHttp(portal.address().getPort());
    }

    /** What answers HTTP, and what does not exist: nobody outside shall be able to tell them apart. */
    static List<String> protectedPaths() {
        return List.of(
                "/api/catalog/entities",
                "/api/catalog/entities/by-query?filter=kind=component",
                "/api/catalog/entities/by-name/component/default/booking-service",
                "/api/catalog/entity-facets?facet=kind",
                "/api/catalog/problems",
                "/api/plugins",
                "/api/plugins/catalog-api",
                "/api/session",
                "/api/events",
                "/api/previews",
                "/api/people",
                "/api/people/user:default/mara/binding",
                "/api/tokens",
                "/api/tokens/nothing",
                "/api/tasks",
                "/api/backup",
                "/api/development/reports",
                "/api/web-shell/cards?entity=component:default/booking-service",
                "/api/e2e-door/word",
                "/api/openapi.json",
                "/api/nothing",
                "/ui/web-shell/0123456789abcdef/index.js");
    }

    static List<String> pages() {
        return List.of(
                "/", "/catalog", "/catalog/default/component/booking-service", "/plugins", "/rescue", "/nothing");
    }

    @ParameterizedTest
    @MethodSource("protectedPaths")
    void answers401WithoutASession(String path) {
        Client anyone = portal.anyone();
        anyone.get(path).expectError(401).expectSecurityHeaders();
        anyone.with("Accept", HTML).get(path).expectError(401);
        anyone.post(path, "application/json", PluginJar.bytes("{}")).expectError(401);
        anyone.delete(path).expectError(401);
        anyone.with("Authorization", "Bearer wrong").get(path).expectError(401);
        anyone.with("Authorization", "Bearer cb_" + "A".repeat(43)).get(path).expectError(401);
        anyone.with("Authorization", "Basic YWRtaW46YWRtaW4=").get(path).expectError(401);
        anyone.with("Cookie", "callboard_session=wrong").get(path).expectError(401);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void showsBrowsersWithoutASessionHowToSignIn(String path) {
        Answer page = portal.anyone().with("Accept", HTML).get(path).expect(401).expectSecurityHeaders();
        assertTrue(page.header("Content-Type").startsWith("text/html"), page.header("Content-Type"));
        assertTrue(page.text().contains("callboard login"), page::text);
        portal.anyone().get(path).expectError(401);
    }

    @Test
    void answersHealthAndMetricsToThisMachine() {
        Client anyone = portal.anyone();
        for (String path : List.of("/health/live", "/health/ready", "/.backstage/health/v1/readiness")) {
            assertEquals(
                    "ok",
                    anyone.get(path)
                            .expect(200)
                            .expectSecurityHeaders()
                            .json()
                            .path("status")
                            .asText());
        }
        assertTrue(anyone.get("/metrics").expect(200).text().contains("callboard_plugin_requests_total"));
        anyone.post("/health/ready", "text/plain", NOTHING).expectError(405);
        anyone.get("/health/nothing").expectError(404);
    }

    @Test
    void wantsProofThatItsOwnPageSendsWhatChangesThings() {
        Client cookie = signedIn();
        String csrf = cookie.get("/api/session").expect(200).json().path("csrf").asText();
        for (Client forged : List.of(cookie, cookie.with("X-Callboard-CSRF", "wrong"))) {
            forged.install(NOTHING).expectError(403);
            forged.delete("/api/plugins/e2e-door").expectError(403);
            forged.delete("/api/session").expectError(403);
            forged.post("/api/catalog/entities/by-refs", "application/json", PluginJar.bytes("{\"entityRefs\":[]}"))
                    .expectError(403);
            forged.post("/api/e2e-door/word", "text/plain", NOTHING).expectError(403);
        }
        cookie.get("/api/e2e-door/word").expect(200);
        Client own = cookie.with("X-Callboard-CSRF", csrf);
        own.install(NOTHING).expectError(422);
        own.delete("/api/session").expect(204);
        cookie.get("/api/session").expectError(401);
    }

    private static Client signedIn() {
        Answer link = portal.administrator()
                .post("/api/session/links", "application/json", NOTHING)
                .expect(201);
        Answer answer = portal.anyone().get(link.json().path("path").asText()).expect(303);
        return portal.anyone().with("Cookie", answer.header("Set-Cookie").split(";", 2)[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "evil.example:80", "169.254.169.254", "[::2]"})
    void answersToItsOwnNamesOnly(String host) throws IOException {
        for (String path : List.of("/", "/health/ready", "/api/plugins", "/signin?code=x")) {
            Answer answer = raw.send("GET", path, "Host: " + host, "Authorization: Bearer " + token());
            answer.expectError(400).expectSecurityHeaders();
        }
    }

    @ParameterizedTest
    @MethodSource("org.callboard.e2e.Spellings#all")
    void letsNobodyInByAnotherSpelling(String path) throws IOException {
        for (String method : List.of("GET", "HEAD", "POST", "DELETE", "OPTIONS", "TRACE", "get", "FOO")) {
            int status = raw.send(method, path).expectDiscretion().status();
            assertTrue(status >= 400 && status < 500, () -> method + " " + path + " is answered with " + status);
        }
        int known = raw.send("GET", path, "Authorization: Bearer " + token()).status();
        assertTrue(known >= 200 && known < 500, () -> path + " is answered with " + known);
    }

    @Test
    void takesNoOtherMethodsThanItKnows() throws IOException {
        for (String method : List.of("TRACE", "CONNECT", "FOO", "PROPFIND")) {
            int status = raw.send(method, "/api/plugins", "Authorization: Bearer " + token())
                    .status();
            assertTrue(status >= 400 && status < 500, () -> method + " is answered with " + status);
        }
    }

    @Test
    void answersAllMistakesInOneShape() {
        Client client = portal.administrator();
        client.get("/api/nothing").expectError(404).expectSecurityHeaders();
        client.get("/api/plugins/nothing").expectError(404).expectSecurityHeaders();
        client.get("/ui/web-shell/0123456789abcdef/nothing.js").expectError(404).expectSecurityHeaders();
        client.get("/api/e2e-door/nothing").expectError(404).expectSecurityHeaders();
        client.get("/api/catalog/entities/by-name/component/default/nothing").expectError(404);
        client.get("/api/catalog/entities?filter=").expectError(400);
        client.get("/api/catalog/entities?limit=many").expectError(400).expectSecurityHeaders();
        client.get("/api/catalog/entities/by-query?cursor=nonsense").expectError(400);
        client.get("/api/web-shell/cards").expectError(400).expectSecurityHeaders();
        client.send("PUT", "/api/plugins").expectError(405).expectSecurityHeaders();
        client.send("DELETE", "/api/e2e-door/word").expectError(405);
        client.post("/api/plugins", "text/plain", PluginJar.bytes("x")).expectError(415);
        client.post("/api/catalog/entities/by-refs", "application/json", PluginJar.bytes("{"))
                .expectError(400);
    }

    /** A client that is not told would send its next request into a connection that is being closed, and lose it. */
    @Test
    void saysSoBeforeItEndsAConnection() throws IOException {
        String post = "POST /api/plugins HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 20000\r\n\r\n";
        String next = "GET /health/ready HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
        List<String> answers = raw.exchange(post, "x".repeat(20_000) + next);
        String first = answers.get(0);
        assertTrue(first.startsWith("HTTP/1.1 401 "), first);
        boolean isTold = first.toLowerCase(Locale.ROOT).contains("connection: close");
        assertTrue(isTold || answers.get(1).startsWith("HTTP/1.1 200 "), () -> "Neither told nor answered: " + answers);
    }

    @Test
    void namesNoPathOfTheServer() {
        Client client = portal.administrator();
        for (String path : List.of("/api/nothing", "/ui/a/b/c.js", "/api/catalog/entities?limit=x", "/rescue")) {
            String text = client.get(path).text();
            assertFalse(text.contains(portal.folder().root().toString()), text);
            assertFalse(text.contains(Distribution.home().toString()), text);
        }
    }

    @Test
    void survivesRubbish() throws IOException {
        Rubbish rubbish = new Rubbish(20_260_101);
        int count = Repetitions.of(300, 20_000);
        for (int i = 0; i < count; i++) {
            byte[] bytes = rubbish.next();
            Answer answer = raw.send(bytes);
            assertTrue(
                    answer.status() < 500 || Rubbish.isRefusalOfTheProtocol(answer.status()),
                    () -> answer.status() + " for " + Rubbish.shown(bytes) + "\n" + answer.text());
            answer.expectDiscretion();
        }
        assertTrue(portal.isAlive());
        portal.anyone().get("/health/ready").expect(200);
        assertFalse(portal.errors().contains("OutOfMemory"), portal::errors);
    }

    private static String token() {
        return portal.folder().token();
    }
}
