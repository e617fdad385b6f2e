package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin logs is found in its log, however much it is, and hurts nobody. */
class LogsJourney {

    /** Logs what it is told to, on the threads it is told to. */
    static final String TALK = """
            @Component
            @Path("/")
            public final class Talk implements RestResource {
                private static final org.slf4j.Logger LOG = org.slf4j.LoggerFactory.getLogger(Talk.class);
                @GET @Path("say") @Produces("text/plain") @RequiresPermission("portal.use")
                public String say(@QueryParam("text") String text) { LOG.info("{}", text); return "said"; }
                @GET @Path("own") @Produces("text/plain") @RequiresPermission("portal.use")
                public String own(@QueryParam("text") String text) throws InterruptedException {
                    Thread own = new Thread(() -> LOG.warn("{}", text), "own-thread");
                    own.start();
                    own.join();
                    return "said";
                }
                @GET @Path("fail") @Produces("text/plain") @RequiresPermission("portal.use")
                public String fail() { throw new IllegalStateException("first\\nforged"); }
                @GET @Path("flood") @Produces("text/plain") @RequiresPermission("portal.use")
                public String flood(@QueryParam("lines") int lines) {
                    for (int number = 0; number < lines; number++) { LOG.info("flood {}", number); }
                    return "flooded";
                }
            }
            """;

    private static final Duration SOON = Duration.ofSeconds(20);

    private static PortalProcess portal;
    private static Client client;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.with(root, """
                  logs:
                    linesPerSecond: 300
                    fileKilobytes: 20
                    files: 3
                """));
        client = portal.administrator();
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    private static void install(String... ids) {
        for (String id : ids) {
            client.install(PluginJar.of(id, "1.0.0").with("Talk", TALK).build()).expect(201);
        }
    }

    private List<String> messages(String plugin, int tail) {
        List<String> messages = new ArrayList<>();
        client.get("/api/plugins/" + plugin + "/logs?tail=" + tail)
                .expect(200)
                .json()
                .forEach(line -> messages.add(line.path("message").asText()));
        return messages;
    }

    @Test
    void keepsApartWhatPluginsLogAlsoOnThreadsOfTheirOwn() {
        install("apart-a", "apart-b");
        client.get("/api/apart-a/say?text=one").expect(200);
        client.get("/api/apart-b/say?text=other").expect(200);
        client.get("/api/apart-a/own?text=two").expect(200);
        client.get("/api/apart-a/say?text=three%0A2026-11-21T12:00:00Z%20ERROR%20forged")
                .expect(200);
        assertEquals(List.of("one", "two", "three\\n2026-11-21T12:00:00Z ERROR forged"), messages("apart-a", 200));
        assertEquals(List.of("other"), messages("apart-b", 200));
        assertEquals(List.of("three\\n2026-11-21T12:00:00Z ERROR forged"), messages("apart-a", 1));
        JsonNode own = client.get("/api/plugins/apart-a/logs").json().get(1);
        assertEquals("own-thread", own.path("thread").asText());
        assertEquals("WARN", own.path("level").asText());
        assertEquals("org.callboard.plugin.aparta.Talk", own.path("logger").asText());
    }

    @Test
    void hasTheStackTraceThatTheAnswerKeepsBack() {
        install("trace-a", "trace-b");
        client.get("/api/trace-a/fail").expectError(500);
        String log = client.with("Accept", "text/plain")
                .get("/api/plugins/trace-a/logs")
                .expect(200)
                .text();
        assertTrue(log.contains("IllegalStateException: first\\nforged\n\t    at org.callboard.plugin.tracea."), log);
        assertEquals(List.of(), messages("trace-b", 10));
    }

    @Test
    void tellsOnlyThoseWhoMayAskAndOnlyOfWhatThereIs() {
        install("asked-a");
        portal.anyone().get("/api/plugins/asked-a/logs").expectError(401);
        client.get("/api/plugins/nobody/logs").expectError(404);
        client.get("/api/plugins/..%2Fx/logs").expectDiscretion();
        client.get("/api/plugins/asked-a/logs?tail=some").expectError(400);
        client.delete("/api/plugins/asked-a/logs").expectError(405);
        client.get("/api/plugins/asked-a/logs?tail=999999999").expect(200);
        client.get("/api/plugins/asked-a/logs?tail=0").expect(200);
    }

    @Test
    void streamsTheLastLinesAndThoseThatCome() throws Exception {
        install("stream-a");
        client.get("/api/stream-a/say?text=one").expect(200);
        client.get("/api/stream-a/say?text=two").expect(200);
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal.address() + "/api/plugins/stream-a/logs?tail=1"))
                .header("Authorization", "Bearer " + portal.folder().token())
                .header("Accept", "text/event-stream")
                .build();
        try (Stream<String> lines =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body()) {
            Iterator<JsonNode> heard = lines.filter(line -> line.startsWith("data: "))
                    .map(line -> parse(line.substring(6)))
                    .iterator();
            assertEquals("two", heard.next().path("message").asText());
            client.get("/api/stream-a/say?text=three").expect(200);
            assertEquals("three", heard.next().path("message").asText());
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
    void staysWellWhileAPluginFloodsItsLogAndItsReaderSleeps() throws IOException {
        install("flood-a", "flood-b");
        int lines = Repetitions.of(200_000, 5_000_000);
        try (Socket asleep =
                new Socket(portal.address().getHost(), portal.address().getPort())) {
            asleep.getOutputStream()
                    .write(PluginJar.bytes(
                            "GET /api/plugins/flood-a/logs HTTP/1.1\r\nHost: 127.0.0.1\r\n" + "Authorization: Bearer "
                                    + portal.folder().token() + "\r\nAccept: text/event-stream\r\n\r\n"));
            asleep.getOutputStream().flush();
            CompletableFuture<Answer> flood = client.getLater("/api/flood-a/flood?lines=" + lines);
            while (!flood.isDone()) {
                client.get("/health/ready").expect(200);
                client.get("/api/flood-b/say?text=well").expect(200);
            }
            flood.join().expect(200);
            Eventually.holds(
                    "the line that says what was dropped",
                    SOON,
                    () -> messages("flood-a", 5).stream().anyMatch(message -> message.endsWith("too fast.")));
        }
        assertEquals("well", messages("flood-b", 1).get(0));
        assertTrue(portal.errors().length() < 1_000_000, "The flood went on to the portal's own log.");
        assertTrue(portal.errors().contains("Plugin 'flood-a' logs too fast: "), portal::errors);
    }

    @Test
    void keepsSoMuchInFilesAndFindsItAgain() throws IOException {
        install("files-a");
        for (int round = 0; round < 5; round++) {
            client.get("/api/files-a/flood?lines=300").expect(200);
        }
        Eventually.holds("the last line in the log", SOON, () -> {
            client.get("/api/files-a/say?text=the%20last").expect(200);
            return messages("files-a", 1).equals(List.of("the last"));
        });
        portal.stop();
        List<Path> files;
        try (Stream<Path> found = Files.list(portal.folder().storage().resolve("logs/plugins"))) {
            files = found.filter(file -> file.getFileName().toString().startsWith("files-a."))
                    .sorted()
                    .toList();
        }
        assertTrue(files.size() > 1 && files.size() <= 3, files::toString);
        for (Path file : files) {
            assertTrue(Files.size(file) <= 20 * 1024, file::toString);
            assertFalse(Files.readString(file, StandardCharsets.UTF_8).isEmpty());
        }
        portal = PortalProcess.start(portal.folder());
        client = portal.administrator();
        assertTrue(messages("files-a", 5).contains("the last"));
        assertTrue(messages("files-a", 200).size() > 100);
    }
}
