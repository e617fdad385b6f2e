package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whoever watches or asks learns in what state a plugin is. */
@Timeout(120)
class StatesJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static PortalProcess portal;
    private static Client client;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.with(root, """
                  limits:
                    failures: 3
                    coolDown: 500ms
                """));
        client = portal.administrator();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    /** What an open page hears of the plugins' states. */
    private static final class Page implements AutoCloseable {

        private final Stream<String> lines;
        private final Iterator<String> rest;

        Page() {
            HttpRequest request = HttpRequest.newBuilder(URI.create(portal.address() + "/api/events"))
                    .header("Authorization", "Bearer " + portal.folder().token())
                    .build();
            try {
                lines = HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofLines())
                        .body();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
            rest = lines.iterator();
        }

        /** {@return the first event from now on that says so of the plugin} */
        JsonNode awaits(String plugin, String state) {
            while (true) {
                if (rest.next().equals("event: plugin.state")) {
                    JsonNode event = parse(rest.next().substring("data: ".length()));
                    if (event.path("id").asText().equals(plugin)
                            && event.path("state").asText().equals(state)) {
                        return event;
                    }
                }
            }
        }

        @Override
        public void close() {
            lines.close();
        }
    }

    private static JsonNode parse(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void tellsOpenPagesOfWhatIsDoneWithAPlugin() {
        String id = "e2e-told";
        try (Page page = new Page()) {
            client.install(Plugins.rest(id, "1.0.0")).expect(201);
            assertTrue(page.awaits(id, "ACTIVE").path("reason").isNull());
            client.act(id, "disable").expect(200);
            page.awaits(id, "DISABLED");
            client.act(id, "enable").expect(200);
            page.awaits(id, "ACTIVE");
            client.act(id, "disable").expect(200);
            client.delete("/api/plugins/" + id).expect(204);
            page.awaits(id, "null");
        }
    }

    @Test
    void tellsOpenPagesWhenAPluginFailsAndWhenItWorksAgain() {
        String id = "e2e-shaky";
        byte[] jar = Misbehaving.plugin(id, "", "throw new IllegalStateException(\"again\");");
        client.install(jar).expect(201);
        try (Page page = new Page()) {
            for (int n = 0; n < 4; n++) {
                client.get("/api/" + id + "/bad");
            }
            JsonNode event = page.awaits(id, "DEGRADED");
            assertTrue(event.path("reason").asText().contains("calls failed within"), event::toString);
            Eventually.find(
                    "a trial",
                    PATIENCE,
                    () -> client.get("/api/" + id + "/fine").ifStatus(200));
            assertTrue(page.awaits(id, "ACTIVE").path("reason").isNull());
        }
    }

    @Test
    void answersForAPluginThatIsStartingAndForOneThatIsOff(@TempDir Path folder) throws IOException {
        String id = "e2e-slow";
        Path gate = folder.resolve("gate");
        byte[] jar = PluginJar.of(id, "1.0.0").with("Word", """
                        @Component
                        @Path("/")
                        public final class Word implements RestResource {
                            @Activate
                            public Word() throws InterruptedException {
                                while (new File("%s").exists()) { Thread.sleep(20); }
                            }
                            @GET @Path("word") @Produces("text/plain") @RequiresPermission("portal.use")
                            public String word() { return "a word"; }
                        }
                        """.formatted(gate)).build();
        client.install(jar).expect(201);
        portal.stop();
        Files.createFile(gate);
        portal = PortalProcess.startAtOnce(portal.folder());
        client = portal.administrator();
        Answer early = client.get("/api/" + id + "/word").expectError(503);
        assertEquals("1", early.header("Retry-After"));
        assertEquals("Plugin '" + id + "' is starting.", early.message());
        client.get("/api/e2e-nobody/word").expectError(404);
        Files.delete(gate);
        Eventually.find(
                "the plugin", PATIENCE, () -> client.get("/api/" + id + "/word").ifStatus(200));
        client.act(id, "disable").expect(200);
        Answer off = client.get("/api/" + id + "/word").expectError(503);
        assertEquals("", off.header("Retry-After"));
        assertEquals("Plugin '" + id + "' does not serve: it is DISABLED.", off.message());
        client.delete("/api/plugins/" + id).expect(204);
        client.get("/api/" + id + "/word").expectError(404);
    }
}
