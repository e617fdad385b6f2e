package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An author tries a revision on a portal that others use, who see nothing of it. */
class PreviewJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path root;

    @AutoClose
    private static PortalProcess portal;

    /** Somebody who uses the portal meanwhile. */
    private static Client other;

    @BeforeAll
    static void start() {
        portal = PortalProcess.start(PortalFolder.with(root, """
                  previews:
                    most: 3
                """));
        other = portal.filled();
    }

    @AfterEach
    void endAll() {
        for (JsonNode preview : other.get("/api/previews").expect(200).json()) {
            end(other, preview.path("id").asText());
        }
    }

    private static PreviewPlugin plugin(String id) {
        return new PreviewPlugin(id, root.resolve(id + ".told"));
    }

    private static List<String> everywhere(String version) {
        return Collections.nCopies(6, version);
    }

    private static JsonNode opened(Client client, byte[] jar) {
        return client.install(jar, "?preview=true").expect(201).json();
    }

    /** {@return a client that sees what it opens a preview of} */
    private static Client author(byte[] jar) {
        return other.with(
                "Callboard-Preview", opened(other, jar).at("/preview/key").asText());
    }

    private static void end(Client author, String id) {
        author.delete("/api/plugins/" + id + "/preview").expect(204);
    }

    @Test
    void isSeenByItsAuthorAloneWhereverTheRevisionWouldBeSeen() {
        PreviewPlugin plugin = plugin("e2e-seen");
        other.install(plugin.jar("1.0.0")).expect(201);
        InstalledPlugins before = InstalledPlugins.of(other);
        JsonNode opened = opened(other, plugin.jar("1.1.0"));
        assertEquals("1.1.0", opened.path("version").asText());
        Client author =
                other.with("Callboard-Preview", opened.at("/preview/key").asText());
        assertEquals(everywhere("1.1.0"), plugin.seenBy(author));
        assertEquals(everywhere("1.0.0"), plugin.seenBy(other));
        other.get(plugin.module(author)).expectError(404);
        assertEquals(before, InstalledPlugins.of(other));
        JsonNode told = other.get("/api/plugins/e2e-seen").json().at("/previews/0");
        assertEquals(
                "1.1.0 user:default/admin",
                told.path("version").asText() + " " + told.path("author").asText());
        assertFalse(told.path("expires").asText().isEmpty());
        end(author, "e2e-seen");
        assertEquals(everywhere("1.0.0"), plugin.seenBy(author));
        assertEquals("[]", other.get("/api/previews").expect(200).text());
        author.delete("/api/plugins/e2e-seen/preview").expectError(404);
    }

    @Test
    void ofAPluginThatIsNotInstalledIsThereForItsAuthorAndForNobodyElse() {
        PreviewPlugin plugin = plugin("e2e-new");
        Client author = author(plugin.jar("0.1.0"));
        assertEquals(everywhere("0.1.0"), plugin.seenBy(author));
        author.get("/api/plugins/e2e-new/logs").expect(200);
        other.get("/api/e2e-new/word").expectError(404);
        other.get("/api/plugins/e2e-new").expectError(404);
        assertFalse(other.get("/api/web-shell/pages").text().contains("e2e-new"));
        end(author, "e2e-new");
        author.get("/api/e2e-new/word").expectError(404);
    }

    @Test
    void runsNothingInTheBackground() {
        PreviewPlugin plugin = plugin("e2e-background");
        other.install(plugin.jar("1.0.0")).expect(201);
        Client author = author(plugin.jar("2.0.0"));
        int before = plugin.deeds().size();
        for (String deed : List.of("task", "provider", "processor", "listener")) {
            Eventually.holds(deed + " of the revision that serves", PATIENCE, () -> {
                List<String> done = plugin.deeds();
                return Collections.frequency(done.subList(before, done.size()), "1.0.0 " + deed) > 1;
            });
        }
        assertEquals(everywhere("2.0.0"), plugin.seenBy(author));
        List<String> deeds = plugin.deeds();
        assertTrue(deeds.stream().allMatch(deed -> deed.startsWith("1.0.0 ")), deeds::toString);
        end(author, "e2e-background");
    }

    @Test
    void givesWayToTheSameVersionDeployedForReal() {
        PreviewPlugin plugin = plugin("e2e-real");
        other.install(plugin.jar("1.0.0")).expect(201);
        byte[] next = plugin.jar("1.1.0");
        Client author = author(next);
        other.install(next).expect(200);
        assertEquals("[]", other.get("/api/previews").expect(200).text());
        assertEquals(everywhere("1.1.0"), plugin.seenBy(author));
        assertEquals(everywhere("1.1.0"), plugin.seenBy(other));
        other.install(next, "?preview=true").expectError(409);
    }

    @Test
    void isReplacedByTheNextOneUnderTheSameKey() {
        PreviewPlugin plugin = plugin("e2e-next");
        other.install(plugin.jar("1.0.0")).expect(201);
        Client author = author(plugin.jar("1.1.0"));
        opened(other, plugin.jar("1.2.0"));
        assertEquals(everywhere("1.2.0"), plugin.seenBy(author));
        byte[] broken = PluginJar.of("e2e-next", "1.3.0").with("Broken", """
                        @Component
                        public final class Broken implements HomeCard {
                            @Activate public Broken() { throw new IllegalStateException("broken"); }
                            @Override public View show(ViewRequest request) { return View.empty(); }
                        }
                        """).build();
        other.install(broken, "?preview=true").expectError(422);
        assertEquals(everywhere("1.2.0"), plugin.seenBy(author));
        end(author, "e2e-next");
    }

    @Test
    void staysWhileTheRevisionThatServesIsReplaced() {
        PreviewPlugin plugin = plugin("e2e-stays");
        other.install(plugin.jar("1.0.0")).expect(201);
        Client author = author(plugin.jar("2.0.0"));
        other.install(plugin.jar("1.0.1")).expect(200);
        assertEquals(everywhere("2.0.0"), plugin.seenBy(author));
        assertEquals(everywhere("1.0.1"), plugin.seenBy(other));
        end(author, "e2e-stays");
        assertEquals(everywhere("1.0.1"), plugin.seenBy(author));
    }

    @Test
    void isRefusedAsAnInstallWouldBeAndLeavesNothing() {
        byte[] broken = PluginJar.of("e2e-broken", "1.0.0").with("Broken", """
                        @Component
                        public final class Broken implements HomeCard {
                            @Activate public Broken() { throw new IllegalStateException("broken"); }
                            @Override public View show(ViewRequest request) { return View.empty(); }
                        }
                        """).build();
        Answer preview = other.install(broken, "?preview=true");
        assertEquals("[]", other.get("/api/previews").expect(200).text());
        other.get("/api/plugins/e2e-broken").expectError(404);
        Answer install = other.install(broken);
        assertEquals(install.message(), preview.expectError(install.status()).message());
        other.install(broken, "?preview=true&dryRun=true").expectError(400);
    }

    @Test
    void hidesFromWhoeverHasNoKeyOfTheirOwn() {
        PreviewPlugin plugin = plugin("e2e-hidden");
        other.install(plugin.jar("1.0.0")).expect(201);
        String key = opened(other, plugin.jar("2.0.0")).at("/preview/key").asText();
        Client wrong = other.with("Callboard-Preview", key.substring(1) + "x");
        assertEquals(everywhere("1.0.0"), plugin.seenBy(wrong));
        assertEquals(everywhere("1.0.0"), plugin.seenBy(other.with("Cookie", "callboard_preview=x")));
        assertEquals(everywhere("2.0.0"), plugin.seenBy(other.with("Cookie", "callboard_preview=" + key)));
        portal.anyone()
                .with("Callboard-Preview", key)
                .get("/api/e2e-hidden/word")
                .expectError(401);
        portal.anyone().get("/api/previews/open?key=" + key).expectError(401);
        other.get("/api/previews/open?key=wrong").expectError(404);
        Answer open = other.get("/api/previews/open?key=" + key).expect(303);
        String cookie = open.header("Set-Cookie");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
        end(other, "e2e-hidden");
    }

    @Test
    void thereAreNoMoreThanTheOperatorAllows() {
        for (int number = 1; number <= 3; number++) {
            opened(other, Plugins.rest("e2e-many-" + number, "1.0.0"));
        }
        Answer full = other.install(Plugins.rest("e2e-many-4", "1.0.0"), "?preview=true")
                .expectError(409);
        assertTrue(full.message().contains("3"), full::text);
        opened(other, Plugins.rest("e2e-many-1", "1.0.1"));
        for (int number = 1; number <= 3; number++) {
            end(other, "e2e-many-" + number);
        }
        assertEquals("[]", other.get("/api/previews").expect(200).text());
    }

    @Test
    void endsWithThePluginWhoseApiItUses() {
        String api = "package org.callboard.plugin.e2eoffer.api;\npublic interface Offer {}\n";
        byte[] first = PluginJar.of("e2e-offer", "1.0.0")
                .withApi("Offer", api.substring(api.indexOf('\n')))
                .build();
        byte[] second = PluginJar.of("e2e-offer", "1.1.0")
                .withApi("Offer", api.substring(api.indexOf('\n')))
                .build();
        other.install(first).expect(201);
        Client author = author(Plugins.using("e2e-user", "1.0.0", "org.callboard.plugin.e2eoffer.api"));
        author.get("/api/e2e-user/word").expect(200);
        other.install(second).expect(200);
        Eventually.holds(
                "the end of the preview",
                PATIENCE,
                () -> other.get("/api/previews").text().equals("[]"));
        author.get("/api/e2e-user/word").expectError(404);
    }

    /** The page's own plugin is one like any other. */
    @Test
    void mayBeOfTheWebPageItself() {
        byte[] shipped = PortalFolder.readBytes(Distribution.home().resolve("system/plugins/web-shell.jar"));
        String served = other.get("/").expect(200).text();
        Client author = author(JarSurgery.withHeader(shipped, "Bundle-Version", "99.0.0"));
        assertNotEquals(served, author.get("/").expect(200).text());
        assertEquals(served, other.get("/").expect(200).text());
        end(author, "web-shell");
        assertEquals(served, author.get("/").expect(200).text());
    }

    @Test
    void offersNothingToOtherPlugins() {
        byte[] counting =
                PluginJar.of("e2e-counting", "1.0.0").with("Count", """
                        @Component
                        @Path("/")
                        public final class Count implements RestResource {
                            @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
                            private volatile List<HomeCard> cards;
                            @GET @Path("count") @Produces("text/plain") @RequiresPermission("portal.use")
                            public String count() {
                                return "" + cards.stream()
                                        .filter(card -> card.getClass().getName().contains("e2eunseen"))
                                        .count();
                            }
                        }
                        """).build();
        other.install(counting).expect(201);
        PreviewPlugin plugin = plugin("e2e-unseen");
        other.install(plugin.jar("1.0.0")).expect(201);
        Client author = author(plugin.jar("2.0.0"));
        assertEquals("1", author.get("/api/e2e-counting/count").expect(200).text());
        end(author, "e2e-unseen");
        other.install(plugin.jar("3.0.0")).expect(200);
        Eventually.holds(
                "one card",
                PATIENCE,
                () -> other.get("/api/e2e-counting/count").text().equals("1"));
    }

    @Test
    void tellsThePagesOfItsAuthorAlone() {
        PreviewPlugin plugin = plugin("e2e-told");
        other.install(plugin.jar("1.0.0")).expect(201);
        String key = opened(other, plugin.jar("1.1.0")).at("/preview/key").asText();
        try (EventLines own = EventLines.of(portal, "callboard_preview=" + key);
                EventLines others = EventLines.of(portal, "")) {
            assertEquals("1.1.0", own.next("hello").at("/preview/version").asText());
            assertTrue(others.next("hello").at("/preview").isNull());
            opened(other, plugin.jar("1.2.0"));
            assertEquals("1.2.0", own.next("preview").at("/preview/version").asText());
            assertEquals("1.2.0", own.next("plugin").path("version").asText());
            end(other, "e2e-told");
            assertTrue(own.next("preview").at("/preview").isNull());
            assertEquals("1.0.0", own.next("plugin").path("version").asText());
            other.install(plugin.jar("1.3.0")).expect(200);
            assertEquals("1.3.0", others.next("plugin").path("version").asText());
            assertFalse(others.heard().contains("preview"), () -> others.heard().toString());
        }
    }

    @Test
    void expiresAndEndsWithThePortal(@TempDir Path folder) {
        PortalFolder own = PortalFolder.with(folder, """
                  previews:
                    lifetime: 3s
                """);
        byte[] jar = Plugins.rest("e2e-brief", "1.0.0");
        try (PortalProcess brief = PortalProcess.start(own)) {
            Client client = brief.administrator();
            Client author = client.with(
                    "Callboard-Preview", opened(client, jar).at("/preview/key").asText());
            Eventually.holds(
                    "the end of its time",
                    PATIENCE,
                    () -> author.get("/api/e2e-brief/word").status() == 404);
            Eventually.holds(
                    "its end",
                    PATIENCE,
                    () -> client.get("/api/previews").text().equals("[]"));
            opened(client, jar);
        }
        try (PortalProcess brief = PortalProcess.start(own)) {
            assertEquals(
                    "[]", brief.administrator().get("/api/previews").expect(200).text());
            brief.administrator().get("/api/plugins/e2e-brief").expectError(404);
        }
    }
}
