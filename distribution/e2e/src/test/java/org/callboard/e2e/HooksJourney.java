package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.callboard.e2e.BrowserJourney.heading;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A code host tells that something was pushed, and the portal shows it within seconds; nobody else can make it ask. */
class HooksJourney {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String SECRET = "a-secret-for-hooks-alone";
    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
    private static final String DESCRIPTOR = "/acme/kiosk/src/branch/main/catalog-info.yaml";

    private static BrowserStage stage;
    private static ArchiveServer host;

    private static String entity(String name, String description) {
        return """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata: {name: %s, description: %s, annotations: {backstage.io/techdocs-ref: 'dir:docs'}}
            spec: {type: service, lifecycle: production, owner: group:booking}
            """.formatted(name, description);
    }

    @BeforeAll
    static void start(@TempDir Path root) {
        host = new ArchiveServer();
        push("kiosk", "of old");
        push("kiosks", "of others");
        String url = "    - {type: url, target: 'http://" + host.host() + "%s', rules: [{allow: [Component]}]}\n";
        stage = BrowserStage.start(
                root,
                url.formatted(DESCRIPTOR) + url.formatted(DESCRIPTOR.replace("kiosk", "kiosks"))
                        + "reading:\n"
                        + "  allow: [{host: '" + host.host() + "'}]\n"
                        + "  hooks: [{name: code-host, secret: '" + SECRET + "'}]\n");
    }

    @AfterAll
    static void stop() {
        if (stage != null) {
            stage.close();
        }
        host.close();
    }

    /** Puts another state of a repository onto the code host, which tells nobody. */
    private static void push(String name, String what) {
        host.repository("/acme/" + name, "main", Map.of("docs/index.md", "# Docs " + what + "\n"))
                .raw(DESCRIPTOR.replace("kiosk", name), entity(name, "Descriptor " + what));
    }

    private static byte[] told(String name) {
        String address = "http://" + host.host() + "/acme/" + name;
        return PluginJar.bytes("{\"ref\":\"refs/heads/main\",\"repository\":{\"html_url\":\"" + address + "\"}}");
    }

    private static String signature(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What Gitea sends. */
    private static Answer tell(String hook, byte[] body, String secret) {
        return stage.portal()
                .anyone()
                .with("X-Gitea-Event", "push")
                .with("X-Gitea-Signature", signature(body, secret))
                .post("/api/hooks/" + hook, "application/json", body);
    }

    private static boolean isShown(String name, String what) {
        return stage.client()
                .get("/api/docs/default/component/" + name + "/page")
                .ifStatus(200)
                .filter(page -> page.text().contains("Docs " + what))
                .isPresent();
    }

    private static boolean isDescribed(String name, String what) {
        return stage.client()
                .get("/api/catalog/entities/by-name/component/default/" + name)
                .text()
                .contains("Descriptor " + what);
    }

    private static void shows(String name, String what, Duration patience) {
        Eventually.holds(name + " " + what, patience, () -> isShown(name, what) && isDescribed(name, what));
    }

    /** {@return the commit that the first page was last changed by; empty where none is known} */
    private static String commit(String name) {
        return stage.client()
                .get("/api/docs/default/component/" + name + "/about")
                .expect(200)
                .json()
                .at("/change/commit/id")
                .asText();
    }

    private static long millis(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    @Test
    void whatIsPushedIsShownWithinFiveSeconds() {
        shows("kiosk", "of old", START);
        shows("kiosks", "of others", START);
        Page page = stage.at("/docs/default/component/kiosk", ColorScheme.LIGHT);
        assertThat(heading(page, "Docs of old")).isVisible();
        assertEquals("", commit("kiosk"), "nobody has seen it change");
        host.commit(COMMIT);
        push("kiosk", "of today");
        push("kiosks", "that nobody told of");
        long asked = millis(() -> {
            Answer answer = tell("code-host", told("kiosk"), SECRET).expect(202);
            assertEquals(2, answer.json().path("asked").asInt(), answer::text);
            shows("kiosk", "of today", SOON);
        });
        long open =
                asked + millis(() -> assertThat(heading(page, "Docs of today")).isVisible());
        System.out.println("A push shows after " + asked + " ms, on an open page after " + open + " ms");
        assertEquals(COMMIT, commit("kiosk"));
        assertTrue(isShown("kiosks", "of others"), "another repository waits for its turn");
        page.context().close();
        stage.assertNoComplaints();
        aCodeHostThatIsLateIsAskedOnceMore();
    }

    /** Some tell of a push a moment before they show it. */
    private static void aCodeHostThatIsLateIsAskedOnceMore() {
        tell("code-host", told("kiosk"), SECRET).expect(202);
        push("kiosk", "of tomorrow");
        shows("kiosk", "of tomorrow", Duration.ofSeconds(20));
    }

    @Test
    void nobodyElseHasThePortalAskForAnything() {
        Answer wrong =
                tell("code-host", told("kiosk"), "another-secret-of-hooks").expectError(401);
        Answer unknown = tell("other-host", told("kiosk"), SECRET).expectError(401);
        Answer unsigned = stage.portal()
                .anyone()
                .post("/api/hooks/code-host", "application/json", told("kiosk"))
                .expectError(401);
        for (Answer refused : List.of(unknown, unsigned)) {
            assertEquals(wrong.message() + wrong.hint(), refused.message() + refused.hint());
        }
        Client known = stage.client();
        known.post("/api/hooks/code-host", "application/json", told("kiosk")).expectError(401);
        known.get("/api/hooks/code-host").expectError(405);
        tell("code-host", new byte[(1 << 20) + 1], SECRET).expectError(413);
        tell("code-host", PluginJar.bytes("no JSON"), SECRET).expectError(400);
        Answer nowhere = tell("code-host", told("never-heard-of"), SECRET).expect(202);
        assertEquals(0, nowhere.json().path("asked").asInt());
        Eventually.find(
                "the refusals in the audit log",
                START,
                () -> Optional.of(known.get("/api/audit?act=hook.take"))
                        .filter(rows -> rows.text().contains("/api/hooks/code-host")));
        assertFalse(known.get("/api/portal/health").expect(200).text().contains(SECRET));
        assertFalse(stage.portal().errors().contains(SECRET));
        aHookThatIsAddedCountsAtOnce();
    }

    private static void aHookThatIsAddedCountsAtOnce() {
        String secret = "a-secret-of-another-hook";
        tell("another", told("never-heard-of"), secret).expectError(401);
        Path file = stage.portal().folder().config();
        String more = "hooks: [{name: another, secret: '" + secret + "'}, ";
        PortalFolder.write(file, PluginJar.bytes(PortalFolder.read(file).replace("hooks: [", more)));
        Eventually.holds(
                "the hook",
                START,
                () -> tell("another", told("never-heard-of"), secret).status() == 202);
        tell("code-host", told("never-heard-of"), SECRET).expect(202);
    }
}
