package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.callboard.e2e.Routes.Route;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer has what keeps browsers from using it otherwise, and no plugin changes that. */
class HeadersJourney {

    private static final String API = "/api/e2e-headers/";

    @AutoClose
    private static PortalProcess portal;

    private static RawHttp raw;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.in(root));
        portal.administrator().install(Plugins.rest("e2e-door", "1.0.0")).expect(201);
        portal.administrator().install(headers()).expect(201);
        raw = new RawHttp(portal.address().getPort());
    }

    /** {@return a plugin that says in its answers' headers what it is told} */
    private static byte[] headers() {
        return PluginJar.of("e2e-headers", "1.0.0").with("Said", """
                        @Component
                        public final class Said implements HttpEndpoint {
                            @Override public List<Route> routes() {
                                return List.of(new Route("/api/e2e-headers", "portal.use"));
                            }
                            @Override public void handle(
                                    org.callboard.api.security.Caller caller,
                                    jakarta.servlet.http.HttpServletRequest request,
                                    jakarta.servlet.http.HttpServletResponse response) throws java.io.IOException {
                                switch (request.getRequestURI().substring(17)) {
                                    case "reset" -> response.reset();
                                    case "error" -> { response.sendError(404); return; }
                                    case "redirect" -> { response.sendRedirect(request.getParameter("value")); return; }
                                    case "cookie" -> response.addCookie(
                                            new jakarta.servlet.http.Cookie(request.getParameter("value"), "x"));
                                    default -> response.setHeader(
                                            request.getParameter("name"), request.getParameter("value"));
                                }
                                response.setContentType("text/html");
                                response.getWriter().write("<script>alert(1)</script>");
                            }
                        }
                        """).build();
    }

    static List<Route> routes() {
        return Routes.all();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void everyRouteAnswersWithThem(Route route) {
        Client anyone = portal.anyone();
        for (Client client : List.of(
                anyone,
                anyone.with("Authorization", "Bearer wrong"),
                anyone.with("Accept", "text/html"),
                portal.administrator(),
                portal.administrator().with("Accept", "text/html"))) {
            Answer answer = route.ask(client).expectSecurityHeaders().expectDiscretion();
            String policy = answer.header("Content-Security-Policy");
            assertTrue(isStrict(policy) || isIsolating(policy), policy);
            assertTrue(answer.header("Access-Control-Allow-Origin").isEmpty());
        }
    }

    private static boolean isStrict(String policy) {
        return !policy.contains("unsafe")
                && policy.contains("frame-ancestors 'none'")
                && (policy.contains("default-src 'none'") || policy.contains("script-src 'self' 'sha256-"));
    }

    /** For frames of the portal's own pages: no origin, no network, no scripts but the plugin's own. */
    private static boolean isIsolating(String policy) {
        return policy.startsWith("sandbox allow-scripts; default-src 'none'; script-src 'sha256-")
                && policy.endsWith("; frame-ancestors 'self'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/9.9\r\n\r\n",
                "GARBAGE\r\n\r\n",
                "GET / HTTP/1.1\r\nno colon\r\nHost: a\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
                "POST /api/plugins HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
                "GET //x HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
            })
    void soDoesWhatIsRefusedBeforeItIsRead(String request) throws IOException {
        Answer answer = raw.send(request.getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(answer.status() >= 400, answer::text);
        answer.expectSecurityHeaders().expectDiscretion();
    }

    @Test
    void soDoLongHeadsRedirectsAndStreams() throws IOException {
        raw.send("GET", "/", "X: " + "x".repeat(40_000)).expectSecurityHeaders();
        raw.send("GET", "/" + "x".repeat(40_000)).expectSecurityHeaders();
        Answer link = portal.administrator().send("POST", "/api/session/links").expect(201);
        raw.send("GET", link.json().path("path").asText()).expect(303).expectSecurityHeaders();
        for (String stream : List.of("/api/events", "/api/plugins/e2e-door/logs")) {
            String token = "Authorization: Bearer " + portal.folder().token();
            raw.send("GET", stream, token, "Accept: text/event-stream")
                    .expect(200)
                    .expectSecurityHeaders();
        }
        raw.send("GET", "/maven/").expect(200).expectSecurityHeaders();
        raw.send("GET", "/maven/nothing").expectError(404).expectSecurityHeaders();
    }

    @Test
    void noPluginTakesThemAway() {
        Client client = portal.administrator();
        for (String act : List.of("reset", "error", "any?name=X-Frame-Options&value=ALLOWALL")) {
            Answer answer = client.get(API + act).expectSecurityHeaders();
            assertEquals("DENY", answer.header("X-Frame-Options"), act);
            assertTrue(answer.header("Content-Security-Policy").startsWith("default-src 'none'"), act);
        }
        for (String weak : List.of(
                "Access-Control-Allow-Origin&value=*",
                "Access-Control-Allow-Credentials&value=true",
                "Server&value=me",
                "X-Content-Type-Options&value=off",
                "Referrer-Policy&value=unsafe-url")) {
            Answer answer = client.get(API + "any?name=" + weak).expect(200).expectSecurityHeaders();
            assertTrue(answer.header("Access-Control-Allow-Origin").isEmpty());
            assertEquals("nosniff", answer.header("X-Content-Type-Options"));
            assertEquals("no-referrer", answer.header("Referrer-Policy"));
        }
        Answer policy = client.get(API + "any?name=Content-Security-Policy&value=default-src+*");
        List<String> all = policy.expect(200).headers().allValues("Content-Security-Policy");
        assertTrue(all.get(0).startsWith("default-src 'none'") && all.size() == 2, all::toString);
        Answer isolated = client.get(API + "any?name=Content-Security-Policy&value="
                + "sandbox+allow-scripts;+default-src+'none';+frame-ancestors+'self'");
        assertEquals(
                List.of("sandbox allow-scripts; default-src 'none'; frame-ancestors 'self'"),
                isolated.expect(200).headers().allValues("Content-Security-Policy"));
        Answer kept = client.get(API + "any?name=Cache-Control&value=public,+max-age=60")
                .expect(200);
        assertEquals("private, max-age=60", kept.header("Cache-Control"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "any?name=X-A&value=a%0d%0aX-Split:+yes",
                "any?name=X-A&value=a%0aX-Split:+yes",
                "any?name=X-A%0d%0aX-Split:+yes&value=a",
                "redirect?value=/x%0d%0aX-Split:+yes",
                "cookie?value=callboard_session",
                "any?name=Set-Cookie&value=callboard_session%3dx",
            })
    void noPluginSplitsAnAnswerOrSetsThePortalsCookies(String act) {
        Answer answer =
                portal.administrator().get(API + act).expectSecurityHeaders().expectDiscretion();
        assertEquals(503, answer.status(), answer::text);
        assertTrue(answer.header("X-Split").isEmpty(), answer::text);
        assertTrue(answer.header("Set-Cookie").isEmpty(), answer::text);
    }
}
