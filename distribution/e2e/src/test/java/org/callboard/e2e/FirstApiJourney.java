package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that were compiled against the first API, and never since, run on this portal with all that they have. */
class FirstApiJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ENTITY = "?entity=" + InstalledPlugins.SERVICE;

    @AutoClose
    private static PortalProcess portal;

    private static Client client;

    @BeforeAll
    static void start(@TempDir Path root) throws IOException {
        PortalFolder folder = PortalFolder.in(root);
        // the one that ships today has the same id
        Files.delete(folder.inbox().resolve("example-hello.jar"));
        portal = PortalProcess.start(folder);
        client = portal.filled();
    }

    private static Path kept(String name) {
        try {
            return Path.of(Objects.requireNonNull(FirstApiJourney.class.getResource("/first-api/" + name + ".jar"))
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void install(String name) {
        client.install(PortalFolder.readBytes(kept(name))).expect(201);
    }

    @Test
    void theSmallestHasItsCard() {
        install("example-hello");
        JsonNode shown = card("example-hello", "hello-card");
        assertEquals("text", shown.path(0).path("kind").asText(), shown::toString);
        assertTrue(shown.path(0).path("text").asText().startsWith("Hello, "), shown::toString);
    }

    private static JsonNode card(String plugin, String id) {
        return client.get("/api/web-shell/cards/" + plugin + "/" + id + ENTITY)
                .expect(200)
                .json()
                .path("model")
                .path("blocks");
    }

    @Test
    void theOneThatAuthorsBeginWithHasAllItsParts() {
        install("hello-team");
        assertTrue(
                card("hello-team", "hello-card").path(0).path("text").asText().startsWith("Hello, "));
        assertEquals(
                "{\"text\":\"Hello, Mara.\"}",
                client.get("/api/hello-team/greeting?name=Mara").expect(200).text());
        ShownPage page = new ShownPage(client, "/hello-team");
        assertEquals(1, page.press("greet", Map.of("name", "")).path("faults").size());
        assertEquals(
                "Hello, Mara.",
                page.press("greet", Map.of("name", "Mara")).path("message").asText());
        assertEquals(
                "Mara",
                page.block("table").path("rows").path(0).path(0).path("v").asText());
        Eventually.holds(
                "the provided entity",
                PATIENCE,
                () -> client.get("/api/catalog/entities/by-name/resource/default/hello-team")
                                .status()
                        == 200);
    }

    @Test
    void theOneWithTasksAndChartsKeepsFiguresAndBudgets() {
        install("example-cost");
        ShownPage front = new ShownPage(client, "/example-cost");
        Eventually.holds(
                "the first figures",
                PATIENCE,
                () -> front.block("table").path("total").asInt() > 0);
        String service =
                front.block("table").path("rows").path(0).path(0).path("v").asText();
        ShownPage page = new ShownPage(client, service);
        JsonNode form = page.block("form");
        String input = form.path("inputs").path(0).path("name").asText();
        JsonNode outcome = page.press(form.path("id").asText(), Map.of(input, "12000"));
        assertEquals("ok", outcome.path("status").asText(), outcome::toString);
        assertTrue(page.json().toString().contains("12000"));
        assertTrue(card("example-cost", "cost-card").size() > 0);
    }

    @Test
    void theOneThatDrawsItselfHasItsModule() {
        install("example-ui");
        JsonNode card = InstalledPlugins.card(client, "example-ui").orElseThrow();
        assertTrue(client.get(card.path("module").asText()).expect(200).text().contains("export default"));
        String pages = client.get("/api/web-shell/pages").expect(200).text();
        assertTrue(pages.contains("\"example-ui\""), pages);
    }

    @Test
    void theOneWithEveryBlockShowsThemAndTakesWhatIsPressed() {
        install("gallery");
        ShownPage page = new ShownPage(client, "/" + GalleryPlugin.ID);
        TreeSet<String> kinds = new TreeSet<>();
        page.json().findValues("kind").forEach(kind -> kinds.add(kind.asText()));
        for (String kind : new String[] {"chart", "table", "form", "timeline", "markdown", "code", "tabs", "columns"}) {
            assertTrue(kinds.contains(kind), () -> kind + " is not among " + kinds);
        }
        assertEquals(
                "That makes 1", page.press("count", Map.of()).path("message").asText());
        assertEquals("error", page.press("fail", Map.of()).path("status").asText());
    }

    @Test
    void theOneWithAnExtensionAtEveryPointIsUsedAtEach() {
        JsonNode added = client.plan(PortalFolder.readBytes(kept("everything")))
                .expect(200)
                .json()
                .path("adds");
        assertTrue(added.size() >= 15, added::toString);
        install("everything");
        Everything everything = new Everything(client);
        everything.use();
        client.delete("/api/plugins/" + EverythingPlugin.ID).expect(204);
        everything.expectNothing();
    }
}
