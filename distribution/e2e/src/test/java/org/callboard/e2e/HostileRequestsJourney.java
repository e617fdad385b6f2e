package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.callboard.e2e.Routes.Route;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages of other sites, curious people and broken programs send. */
class HostileRequestsJourney {

    private static final String OUTSIDE = "X-Forwarded-For: 203.0.113.7";

    /** Where those go who are not signed in. */
    private static final String OPEN = "GET /signin";

    /** What is open to this machine, and to nobody else but for that. */
    private static final Set<String> OPEN_HERE = Set.of(
            OPEN,
            "GET /health/live",
            "GET /health/ready",
            "GET /.backstage/health/v1/liveness",
            "GET /.backstage/health/v1/readiness",
            "GET /metrics",
            "GET /maven");

    @AutoClose
    private static PortalProcess portal;

    private static RawHttp raw;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.with(root, """
                server:
                  proxies: [127.0.0.1]
                  limits:
                    addressPerSecond: 100000
                """));
        portal.administrator().install(Plugins.rest("e2e-door", "1.0.0")).expect(201);
        portal.administrator().install(overlapping()).expect(201);
        raw = new RawHttp(portal.address().getPort());
    }

    private static byte[] overlapping() {
        return PluginJar.of("e2e-over", "1.0.0").with("Over", """
                        @Component
                        public final class Over implements HttpEndpoint {
                            @Override public List<Route> routes() {
                                return List.of(
                                        new Route("/api/e2e-over", "portal.use"),
                                        new Route("/api/e2e-over/admin", "plugin.manage"));
                            }
                            @Override public void handle(
                                    org.callboard.api.security.Caller caller,
                                    jakarta.servlet.http.HttpServletRequest request,
                                    jakarta.servlet.http.HttpServletResponse response) throws java.io.IOException {
                                response.getWriter().write("let in");
                            }
                        }
                        """).build();
    }

    private static String bearer() {
        return "Authorization: Bearer " + portal.folder().token();
    }

    private static String cookie() {
        Answer link = portal.administrator().send("POST", "/api/session/links").expect(201);
        Answer answer = portal.anyone().get(link.json().path("path").asText()).expect(303);
        return answer.header("Set-Cookie").split(";", 2)[0];
    }

    private static Stream<String> spelled(String path) {
        int last = path.lastIndexOf('/');
        return Stream.of(
                path,
                path + "/",
                "/" + path,
                path.substring(0, last) + "/" + path.substring(last),
                path + ";x=1",
                path.substring(0, last) + ";x=1" + path.substring(last),
                path.substring(0, last) + "/%2e" + path.substring(last),
                path + "/%2e%2e",
                path.toUpperCase(Locale.ROOT),
                path + "?x=/health/ready");
    }

    static List<Route> routes() {
        return Routes.all().stream()
                .filter(route -> !route.toString().equals(OPEN))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void nobodyFromOutsideGetsAnything(Route route) throws IOException {
        for (String path : spelled(route.path()).toList()) {
            for (String method : new TreeSet<>(List.of(route.method(), "HEAD", "OPTIONS", "TRACE"))) {
                Answer answer = raw.send(method, path, OUTSIDE).expectDiscretion();
                assertTrue(
                        Set.of(400, 401, 404, 405).contains(answer.status()),
                        () -> method + " " + path + " is answered with " + answer.status());
            }
        }
    }

    @Test
    void whatIsOpenOnThisMachineIsWhatIsListed() throws IOException {
        Set<String> open = new TreeSet<>();
        for (Route route : Routes.all()) {
            if (raw.send(route.method(), route.path()).status() < 400) {
                open.add(route.toString());
            }
        }
        assertEquals(new TreeSet<>(OPEN_HERE), open);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/session/a.css",
                "/api/session;a.css",
                "/api/permissions/a.js",
                "/api/catalog/entities/a.css",
                "/catalog/default/component/booking-service/a.css",
                "/settings/permissions/a.png",
                "/audit/a.woff2",
            })
    void nobodysCacheTakesAPageForAFile(String path) throws IOException {
        Answer answer = raw.send("GET", path, bearer(), "Accept: text/html", "X-Original-URL: /ui/a.css");
        String kept = String.valueOf(answer.header("Cache-Control"));
        assertTrue(
                answer.status() >= 400 || kept.contains("no-store") || kept.contains("no-cache"),
                () -> answer.status() + " " + kept);
    }

    @Test
    void noGetChangesAnything() throws IOException {
        String before = head();
        for (Route route : Routes.all()) {
            boolean isTold = route.path().equals("/api/backup") || route.path().equals("/signin");
            if (route.method().equals("GET") && !isTold) {
                raw.send("GET", route.path(), bearer(), "X-HTTP-Method-Override: DELETE", "X-Method-Override: POST");
                raw.send("GET", route.path() + "?_method=DELETE", bearer(), "X-HTTP-Method: DELETE");
            }
        }
        raw.send("GET", "/api/plugins/e2e-door", bearer(), "X-HTTP-Method-Override: DELETE")
                .expect(200);
        assertEquals(before, head());
        portal.administrator().get("/api/plugins/e2e-door").expect(200);
    }

    private static String head() {
        return portal.administrator()
                .get("/api/audit/verify")
                .expect(200)
                .json()
                .path("head")
                .toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/plain",
                "application/json"
            })
    void noFormOfAnotherSiteIsTakenForThePortalsOwn(String type) throws IOException {
        String cookie = "Cookie: " + cookie();
        String[] forged = {cookie, "Content-Type: " + type, "Origin: https://evil.example", "Content-Length: 0"};
        for (String path : List.of("/api/plugins", "/api/session/links", "/api/tokens", "/api/catalog/refresh")) {
            raw.send("POST", path, forged).expectError(403);
        }
        raw.send("DELETE", "/api/plugins/e2e-door", forged).expectError(403);
        raw.send("GET", "/api/session", cookie).expect(200);
    }

    @Test
    void noPageOfAnotherSiteReadsWhatItsVisitorMay() throws IOException {
        String cookie = "Cookie: " + cookie();
        for (String site : List.of("Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site")) {
            for (String path : List.of("/api/events", "/api/catalog/entities", "/api/e2e-door/word", "/")) {
                raw.send("GET", path, cookie, site, "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script")
                        .expectError(403);
                raw.send("GET", path, cookie, site, "Sec-Fetch-Mode: navigate", "Sec-Fetch-Dest: iframe")
                        .expectError(403);
            }
        }
        raw.send(
                        "GET",
                        "/",
                        cookie,
                        "Sec-Fetch-Site: cross-site",
                        "Sec-Fetch-Mode: navigate",
                        "Sec-Fetch-Dest: document")
                .expect(200);
        raw.send("GET", "/api/catalog/entities", cookie, "Sec-Fetch-Site: same-origin")
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "https://evil.example", "http://127.0.0.1.evil.example", "http://127.0.0.1"})
    void noOtherOriginIsToldThatItMayRead(String origin) throws IOException {
        for (Route route : Routes.all()) {
            for (String method : List.of("OPTIONS", "GET")) {
                if (!route.path().equals("/api/backup")) {
                    Answer answer = raw.send(
                            method,
                            route.path(),
                            bearer(),
                            "Origin: " + origin,
                            "Access-Control-Request-Method: POST",
                            "Access-Control-Request-Headers: authorization");
                    Set<String> headers = answer.headers().map().keySet().stream()
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .filter(name -> name.startsWith("access-control"))
                            .collect(Collectors.toSet());
                    assertEquals(Set.of(), headers, route::toString);
                }
            }
        }
    }

    @Test
    void theLongestRouteDecidesWhoIsLetIn() throws IOException {
        String wish = "{\"name\":\"over\",\"permissions\":[\"portal.use\"]}";
        String token = "Authorization: Bearer "
                + portal.administrator()
                        .post("/api/tokens", "application/json", PluginJar.bytes(wish))
                        .expect(201)
                        .json()
                        .path("token")
                        .asText();
        for (String open : List.of("/api/e2e-over", "/api/e2e-over/x", "/api/e2e-over/administration")) {
            assertEquals(
                    "let in", raw.send("GET", open, token).expect(200).text().strip());
        }
        for (String closed : List.of("/api/e2e-over/admin", "/api/e2e-over/admin/", "/api/e2e-over/admin/x")) {
            raw.send("GET", closed, token).expectError(403);
            raw.send("GET", closed, bearer()).expect(200);
        }
        for (String odd : List.of(
                "/api/e2e-over/x/../admin",
                "/api/e2e-over/./admin",
                "/api/e2e-over//admin",
                "/api/e2e-over;/admin",
                "/api/e2e-over/%2e/admin",
                "/api/e2e-over%2fadmin",
                "/api/e2e-over/x/%2e%2e/admin")) {
            assertEquals(400, raw.send("GET", odd, token).status(), odd);
        }
        raw.send("GET", "/api/e2e-over-b/admin", token).expectError(404);
    }

    static List<Route> taking() {
        return Routes.all().stream()
                .filter(route -> route.body().startsWith("{"))
                .toList();
    }

    /** Depth, number of keys, numbers, keys twice, keys of one hash, and what is no JSON at all. */
    private static List<String> json() {
        String keys = IntStream.range(0, Repetitions.of(100_000, 1_000_000))
                .mapToObj(i -> "\"k" + i + "\":0")
                .collect(Collectors.joining(",", "{", "}"));
        String alike = IntStream.range(0, 1 << 12)
                .mapToObj(i ->
                        Integer.toBinaryString((1 << 12) + i).replace("0", "Aa").replace("1", "BB"))
                .map(key -> '"' + key + "\":0")
                .collect(Collectors.joining(",", "{", "}"));
        return List.of(
                "[".repeat(10_000),
                "{\"a\":".repeat(10_000) + "0" + "}".repeat(10_000),
                "[".repeat(10_000) + "]".repeat(10_000),
                keys,
                alike,
                "{\"limit\":1e999999999}",
                "{\"limit\":" + "9".repeat(100_000) + "}",
                "{\"limit\":1,\"limit\":2}",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"entityRefs\":[" + "\"x\",".repeat(10_000) + "\"x\"]}",
                "\"\\ud800\"",
                "{\"a\":\"\u0000\"}",
                "null",
                "");
    }

    @ParameterizedTest
    @MethodSource("taking")
    void anyJsonIsAnsweredAndNoneIsTheEnd(Route route) {
        Client client = portal.administrator();
        for (String body : json()) {
            Answer answer = client.send(route.method(), route.path(), "application/json", PluginJar.bytes(body));
            String begin = body.substring(0, Math.min(30, body.length()));
            assertTrue(answer.status() < 500, () -> route + " " + begin + ": " + answer.status() + " " + answer.text());
            answer.expectDiscretion();
        }
        portal.anyone().get("/health/ready").expect(200);
        assertFalse(portal.errors().contains("StackOverflow"), portal::errors);
    }

    @Test
    void whatIsAskedIsNotSaidAgainAsAPage() throws IOException {
        String script = "<script>alert(1)</script>";
        for (String path : List.of("/" + script, "/signin?code=" + script, "/api/" + script, "/health/" + script)) {
            for (String accept : List.of("Accept: text/html", "Accept: */*")) {
                for (String who : List.of(bearer(), "X-Nobody: x")) {
                    Answer answer = raw.send("GET", path, accept, who).expectDiscretion();
                    boolean isPage = answer.header("Content-Type").contains("html");
                    assertFalse(isPage && answer.text().contains(script), answer::text);
                }
            }
        }
    }
}
