package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A team installs its plugin, replaces it, takes it back; and some of its plugins are not what they should be. */
class PluginJourney {

    private static final Duration LIVE_WITHIN = Duration.ofSeconds(5);

    @AutoClose
    private static PortalProcess portal;

    private static Client client;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.in(root));
        client = portal.filled();
    }

    @Test
    void bringsACardAndReplacesItAndTakesItAway() {
        byte[] first = Plugins.card("e2e-card", "1.0.0", "first edition");
        InstalledPlugins others = InstalledPlugins.of(client);

        JsonNode installed = client.install(first).expect(201).json();
        assertEquals("ACTIVE", installed.path("state").asText());
        assertEquals("group:default/portal", installed.path("owner").asText());
        assertEquals("entity.card", installed.at("/contributes/0/point").asText());
        assertEquals("first edition", shown("e2e-card"));

        JsonNode replaced = client.install(Plugins.card("e2e-card", "2.0.0", "second edition"))
                .expect(200)
                .json();
        assertEquals("2.0.0", replaced.path("version").asText());
        assertEquals("second edition", shown("e2e-card"));

        client.delete("/api/plugins/e2e-card").expect(204);
        assertTrue(InstalledPlugins.card(client, "e2e-card").isEmpty(), "The card is still there.");
        client.get("/api/plugins/e2e-card").expectError(404);
        client.delete("/api/plugins/e2e-card").expectError(404);
        assertEquals(others, InstalledPlugins.of(client));
    }

    @Test
    void takesTheSameJarTwiceAndOtherBytesOfTheSameVersionNever() {
        byte[] jar = Plugins.card("e2e-same", "1.0.0", "one");
        client.install(jar).expect(201);
        InstalledPlugins before = InstalledPlugins.of(client);
        client.install(jar).expect(200);
        Answer refused =
                client.install(Plugins.card("e2e-same", "1.0.0", "another")).expectError(422);
        assertTrue(refused.message().contains("1.0.0"), refused::message);
        assertFalse(refused.hint().isBlank(), "It says what to do.");
        assertEquals(before, InstalledPlugins.of(client));
        assertEquals("one", shown("e2e-same"));
    }

    @Test
    void comesBackAfterItWasRemoved() {
        byte[] jar = Plugins.card("e2e-again", "1.0.0", "here");
        client.install(jar).expect(201);
        client.delete("/api/plugins/e2e-again").expect(204);
        client.install(jar).expect(201);
        assertEquals("here", shown("e2e-again"));
    }

    @Test
    void isLiveAMomentAfterItWasSent() {
        List<Long> millis = new ArrayList<>();
        for (int version = 1; version <= Repetitions.of(5, 50); version++) {
            byte[] jar = Plugins.card("e2e-quick", version + ".0.0", "edition " + version);
            long start = System.nanoTime();
            int status = client.install(jar).status();
            assertEquals(version == 1 ? 201 : 200, status);
            assertEquals("edition " + version, shown("e2e-quick"));
            millis.add((System.nanoTime() - start) / 1_000_000);
        }
        System.out.println("From the jar's POST to the card in an answer, ms: " + millis);
        long slowest = millis.stream().mapToLong(Long::longValue).max().orElseThrow();
        assertTrue(slowest < LIVE_WITHIN.toMillis(), () -> "too slow: " + millis);
    }

    @Test
    void deniesAResourceThatNamesNoPermission() {
        client.install(Plugins.rest("e2e-unguarded", "1.0.0")).expect(201);
        client.get("/api/e2e-unguarded/word").expect(200);
        client.get("/api/e2e-unguarded/unguarded").expectError(403);
    }

    @Test
    void tellsNobodyWhatAResourceThrew() {
        String failing = """
                @Component
                @Path("/")
                public final class Failing implements RestResource {
                    @GET @RequiresPermission("portal.use")
                    public String fail() { throw new IllegalStateException("a reason that stays inside"); }
                }
                """;
        client.install(PluginJar.of("e2e-failing", "1.0.0")
                        .with("Failing", failing)
                        .build())
                .expect(201);
        Answer answer = client.get("/api/e2e-failing").expectError(500);
        assertFalse(answer.text().contains("a reason that stays inside"), answer::text);
        client.get("/health/ready").expect(200);
    }

    @Test
    void changesNothingWhenItIsAskedWhatWouldHappen() {
        byte[] jar = Plugins.rest("e2e-plan", "1.0.0");
        int status = client.post("/api/plugins?dryRun=true", "application/java-archive", jar)
                .status();
        assertTrue(status < 500, () -> "A dry run is answered with " + status);
        client.get("/api/plugins/e2e-plan").expectError(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"catalog-api", "web-shell"})
    void canNotDoWithoutTheMandatoryPlugins(String id) {
        client.delete("/api/plugins/" + id).expectError(409);
        client.get("/api/plugins/" + id).expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw new IllegalStateException(\"a reason that stays inside\");",
                "throw new StackOverflowError();",
                "throw new NoClassDefFoundError(\"org/callboard/core/Portal\");",
                "return null;"
            })
    void showsAFailedCardInItsPlaceAndTheOthersAsEver(String body) {
        String id = "e2e-throws-" + Integer.toHexString(body.hashCode());
        installMisbehaving(id, body);
        assertFailedAlone(id, InstalledPlugins.cards(client));
        client.delete("/api/plugins/" + id).expect(204);
    }

    @Test
    void waitsForNoCardThatHangs() {
        installMisbehaving("e2e-hangs", "new java.util.concurrent.CountDownLatch(1).await(); return View.empty();");
        CompletableFuture<Answer> hanging = client.getLater("/api/web-shell/cards?entity=" + InstalledPlugins.SERVICE);
        client.get("/health/ready").expect(200);
        client.get("/api/catalog/entities?limit=1").expect(200);
        assertFailedAlone("e2e-hangs", hanging.join().expect(200).json().path("cards"));
        client.delete("/api/plugins/e2e-hangs").expect(204);
        assertTrue(InstalledPlugins.card(client, "e2e-hangs").isEmpty());
    }

    private static void installMisbehaving(String id, String body) {
        String card = """
                @Component
                public final class Bad implements EntityCard {
                    @Override public View show(Entity entity, ViewRequest request) {
                        try { %s } catch (InterruptedException stopped) { return View.empty(); }
                    }
                }
                """.formatted(body.contains("await") ? body : "if (entity == null) { Thread.sleep(1); } " + body);
        client.install(PluginJar.of(id, "1.0.0").with("Bad", card).build()).expect(201);
    }

    private static void assertFailedAlone(String id, JsonNode cards) {
        assertTrue(cards.size() > 2, () -> "The page has the portal's own cards: " + cards);
        for (JsonNode card : cards) {
            boolean isBad = card.path("plugin").asText().equals(id);
            assertEquals(isBad, card.has("error"), card::toString);
            String message = card.at("/error/message").asText();
            assertTrue(!isBad || message.contains(id), card::toString);
            assertFalse(message.contains("a reason that stays inside"), card::toString);
        }
        assertTrue(cards.toString().contains(id), "The card has no place: " + cards);
        client.get("/health/ready").expect(200);
    }

    @Test
    void showsWhatAServicesPageShowsInAnAnswerOfItsOwn() {
        client.install(Plugins.card("e2e-alone", "1.0.0", "alone")).expect(201);
        JsonNode card = client.get("/api/web-shell/cards/e2e-alone/sign?entity=" + InstalledPlugins.SERVICE)
                .expect(200)
                .json();
        assertEquals("alone", card.at("/model/blocks/0/text").asText());
        String group = "group:default/"
                + client.get("/api/catalog/entities?filter=kind=group&limit=1")
                        .json()
                        .at("/0/metadata/name")
                        .asText();
        JsonNode elsewhere =
                client.get("/api/web-shell/cards?entity=" + group).expect(200).json();
        assertFalse(elsewhere.toString().contains("e2e-alone"), "The card is for services only.");
        assertNotEquals(0, elsewhere.path("cards").size());
    }

    private static String shown(String plugin) {
        return InstalledPlugins.card(client, plugin)
                .orElseThrow(() -> new AssertionError("There is no card of " + plugin + "."))
                .at("/model/blocks/0/text")
                .asText();
    }
}
