package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy on 127.0.0.1 says who people are; 127.0.0.2 is anybody. */
class TrustedProxyJourney {

    private static final String CLIENT = "X-Forwarded-For: 203.0.113.7";

    @AutoClose
    private static PortalProcess portal;

    private static RawHttp proxy;
    private static int port;

    @BeforeAll
    static void start(@TempDir Path root) {
        PortalFolder folder = PortalFolder.with(root, """
                server:
                  baseUrl: https://portal.example.com
                  proxies: [127.0.0.1]
                auth:
                  proxy:
                    from: [127.0.0.1]
                    user: X-Forwarded-User
                    groups: X-Forwarded-Groups
                """);
        port = Distribution.freePort();
        portal = PortalProcess.begin(folder, "--port", Integer.toString(port));
        proxy = new RawHttp(port);
        Eventually.holds("200 of /health/ready", Duration.ofSeconds(60), TrustedProxyJourney::isReady);
    }

    private static boolean isReady() {
        try {
            return proxy.send("GET", "/health/ready").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Client direct() {
        return new Client(URI.create("http://127.0.0.1:" + port))
                .with("Authorization", "Bearer " + portal.folder().token());
    }

    @Test
    void letsInWhomTheProxyNames() throws IOException {
        Answer session = proxy.send("GET", "/api/session", CLIENT, "X-Forwarded-User: Mara")
                .expect(200);
        assertEquals("user:default/mara", session.json().at("/caller/name").asText());
        assertEquals("Mara", session.json().at("/caller/displayName").asText());
        proxy.send("GET", "/", CLIENT, "X-Forwarded-User: mara", "Accept: text/html")
                .expect(200);
        proxy.send("GET", "/api/session", CLIENT).expectError(401);
    }

    @Test
    void hearsOfNobodyFromAnybodyElse() throws IOException {
        RawHttp anybody = proxy.from("127.0.0.2");
        anybody.send("GET", "/api/session", "X-Forwarded-User: mara").expectError(401);
        anybody.send("GET", "/api/session", "X-Forwarded-User: mara", "X-Forwarded-User: mara")
                .expectError(401);
        anybody.send("GET", "/api/session", CLIENT.replace("203.0.113.7", "127.0.0.1"), "X-Forwarded-User: mara")
                .expectError(401);
        anybody.send("GET", "/api/plugins", "X-Forwarded-Host: evil.example").expectError(401);
        anybody.send("GET", "/health/ready", "X-Forwarded-For: 203.0.113.7").expect(200);
    }

    @Test
    void takesNoHeaderTwice() throws IOException {
        proxy.send("GET", "/api/session", CLIENT, "X-Forwarded-User: mara", "X-Forwarded-User: admin")
                .expectError(400);
        proxy.send("GET", "/api/session", CLIENT, "X-Forwarded-User: mara", "x-forwarded-user: mara")
                .expectError(400);
        proxy.send("GET", "/api/session", CLIENT, "X-Forwarded-User: admin").expectError(401);
        proxy.send("GET", "/api/session", CLIENT, "X-Forwarded-User: mara, admin")
                .expectError(401);
    }

    @Test
    void whatChangesThingsComesFromAPageOfThePortal() throws IOException {
        String user = "X-Forwarded-User: mara";
        String wish = "/api/catalog/refresh";
        for (String forged : List.of(
                "Origin: https://evil.example",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Content-Type: text/plain")) {
            proxy.send("POST", wish, CLIENT, user, forged).expectError(403);
        }
        for (String own :
                List.of("Origin: https://portal.example.com", "Sec-Fetch-Site: same-origin", "X-Callboard-CSRF: x")) {
            proxy.send("POST", wish, CLIENT, user, own).expectError(415);
        }
        proxy.send("GET", "/api/events", CLIENT, user, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors")
                .expectError(403);
        proxy.send(
                        "GET",
                        "/catalog",
                        CLIENT,
                        user,
                        "Accept: text/html",
                        "Sec-Fetch-Site: cross-site",
                        "Sec-Fetch-Mode: navigate",
                        "Sec-Fetch-Dest: document")
                .expect(200);
    }

    @Test
    void theAuditNamesThemAndWhatTheyComeBy() throws IOException {
        proxy.send("DELETE", "/api/plugins/nothing", CLIENT, "X-Forwarded-User: nadia", "Origin: https://evil.example")
                .expectError(403);
        proxy.send("POST", "/api/session/links", CLIENT, "X-Forwarded-User: nadia", "Sec-Fetch-Site: same-origin");
        String rows =
                direct().get("/api/audit?caller=user:default/nadia").expect(200).text();
        assertTrue(rows.contains("\"through\":\"proxy\""), rows);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-For: 203.0.113.7",
                "Forwarded: for=127.0.0.1",
                "Via: 1.1 p"
            })
    void nobodyWhoComesThroughAProxyIsOnThisMachine(String header) throws IOException {
        proxy.send("GET", "/metrics", header).expectError(401);
        proxy.send("GET", "/maven/", header).expectError(401);
        proxy.send("GET", "/metrics").expect(200);
    }

    @Test
    void knowsTheAddressThatPeopleUse() throws IOException {
        String[] outside = {CLIENT, "X-Forwarded-Proto: https", "X-Forwarded-Host: portal.example.com"};
        Answer answer = proxy.send("GET", "/api/session", outside[0], outside[1], outside[2])
                .expectError(401);
        assertEquals("max-age=31536000", answer.header("Strict-Transport-Security"));
        proxy.send("GET", "/api/session", CLIENT, "X-Forwarded-Host: evil.example")
                .expectError(400);
        proxy.send("GET", "/api/session", CLIENT, "X-Forwarded-Host: portal.example.com, evil.example")
                .expectError(400);
        Answer malformed = proxy.send("GET", "/api/session", CLIENT, "X-Forwarded-Host: [:::");
        assertEquals(400, malformed.status(), malformed.text());
        String link = direct().send("POST", "/api/session/links")
                .expect(201)
                .json()
                .path("path")
                .asText();
        Answer signedIn =
                proxy.send("GET", link, outside[0], outside[1], outside[2]).expect(303);
        assertTrue(signedIn.header("Set-Cookie").contains("Secure"), signedIn.header("Set-Cookie"));
        assertFalse(proxy.send("GET", "/api/session").headers().map().containsKey("Strict-Transport-Security"));
    }
}
