package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin does what no plugin should, and nobody else sees a difference. */
class ContainmentJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String LIMITS = """
              limits:
                requestDeadline: 3s
                requests: 8
                answerMebibytes: 4
                failures: 10
                coolDown: 500ms
            """;

    @AutoClose
    private static PortalProcess portal;

    private static Client client;

    private Load others;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.with(root, LIMITS));
        client = portal.filled();
        client.install(Plugins.rest("e2e-good", "1.0.0")).expect(201);
    }

    @BeforeEach
    void loadOthers() {
        others = new Load(client)
                .on(2, "/api/e2e-good/word")
                .on(2, "/api/catalog/entities/by-query?filter=kind=component&limit=20")
                .on(1, "/health/ready");
        others.awaitAnswers();
    }

    @AfterEach
    void nobodyElseSawADifference() {
        others.awaitAnswers();
        others.stop();
        assertEquals(List.of(), others.failures());
    }

    private static List<Answer> together(int requests, String path) {
        List<CompletableFuture<Answer>> asked =
                Stream.generate(() -> client.getLater(path)).limit(requests).toList();
        return asked.stream().map(CompletableFuture::join).toList();
    }

    private static double figure(String name, String plugin) {
        String start = name + "{plugin=\"" + plugin + "\"} ";
        return client.get("/metrics")
                .expect(200)
                .text()
                .lines()
                .filter(line -> line.startsWith(start))
                .map(line -> Double.parseDouble(line.substring(start.length())))
                .findFirst()
                .orElse(0.0);
    }

    @Test
    void answersForAPluginThatHangs() {
        client.install(Misbehaving.hanging("e2e-hang")).expect(201);
        List<Answer> answers = together(60, "/api/e2e-hang/bad");
        answers.forEach(answer -> answer.expectError(503).expectSecurityHeaders());
        assertTrue(said(answers, "Plugin 'e2e-hang' did not answer within 3 s.") > 0);
        assertTrue(said(answers, "Plugin 'e2e-hang' is busy: 8 calls of it are running.") > 0);
        answers.stream()
                .filter(answer -> answer.message().contains("is busy"))
                .forEach(answer -> assertEquals("1", answer.header("Retry-After")));
        Eventually.holds(
                "the end of its calls", PATIENCE, () -> figure("callboard_plugin_calls_running", "e2e-hang") == 0);
    }

    private static long said(List<Answer> answers, String start) {
        return answers.stream()
                .filter(answer -> answer.message().startsWith(start))
                .count();
    }

    @Test
    void namesTheThreadsOfAPluginThatSpins() {
        client.install(Misbehaving.spinning("e2e-spin")).expect(201);
        together(2, "/api/e2e-spin/bad").forEach(answer -> answer.expectError(503));
        assertEquals(2, figure("callboard_plugin_threads_stuck", "e2e-spin"));
        assertTrue(
                portal.errors().contains("did not answer within 3 s: it was at org.callboard.plugin.e2espin.Bad.bad("));
        client.get("/api/e2e-spin/release").expect(200);
        Eventually.holds(
                "the end of its calls", PATIENCE, () -> figure("callboard_plugin_threads_stuck", "e2e-spin") == 0);
        client.get("/api/e2e-spin/fine").expect(200);
    }

    @Test
    void asksAPluginNoMoreThatThrowsAgainAndAgain() {
        client.install(Misbehaving.throwing("e2e-throw")).expect(201);
        for (int n = 0; n < 10; n++) {
            Answer answer = client.get("/api/e2e-throw/bad?n=" + n);
            assertTrue(answer.status() >= 500, answer::text);
            answer.expectDiscretion();
        }
        Answer refused = Eventually.find(
                "a refusal",
                PATIENCE,
                () -> client.get("/api/e2e-throw/bad")
                        .ifStatus(503)
                        .filter(answer ->
                                answer.message().contains("is not asked at present: 10 calls failed within")));
        assertFalse(refused.header("Retry-After").isEmpty());
        Eventually.find(
                "a trial", PATIENCE, () -> client.get("/api/e2e-throw/fine").ifStatus(200));
        client.get("/api/e2e-throw/fine").expect(200);
    }

    @Test
    void tellsOfAFloodOfFailuresInAFewLines() {
        client.install(Misbehaving.plugin("e2e-flood", "", "throw new IllegalStateException(\"again\");"))
                .expect(201);
        for (int n = 0; n < 200; n++) {
            client.get("/api/e2e-flood/bad");
            client.get("/api/e2e-flood/fine");
        }
        long lines = portal.errors()
                .lines()
                .filter(line -> line.contains("Plugin 'e2e-flood' failed"))
                .count();
        assertTrue(lines > 0 && lines < 20, () -> lines + " lines");
    }

    @Test
    void cutsOffAnAnswerWithoutEnd() {
        client.install(Misbehaving.endless("e2e-endless")).expect(201);
        assertThrows(UncheckedIOException.class, () -> client.get("/api/e2e-endless/bad"), "half an answer");
        assertThrows(UncheckedIOException.class, () -> client.get("/api/e2e-endless/bad?n=1"), "half an answer");
        assertTrue(portal.errors().contains("answered with more than 4 MiB"));
        client.get("/api/e2e-endless/fine").expect(200);
    }

    @Test
    void countsTheThreadsThatAPluginStarts() {
        client.install(Misbehaving.leaking("e2e-leak")).expect(201);
        client.get("/api/e2e-leak/bad?n=100").expect(200);
        assertTrue(figure("callboard_plugin_threads", "e2e-leak") >= 100);
        client.get("/api/e2e-leak/release").expect(200);
    }

    @Test
    void letsAPluginChatter() {
        client.install(Misbehaving.chattering("e2e-chatter")).expect(201);
        client.get("/api/e2e-chatter/bad?n=5000").expect(200);
    }

    @Test
    void keepsFiguresThatAreWithinTenPerCentOfTheTruth() {
        String id = "e2e-costly";
        client.install(Misbehaving.costly(id)).expect(201);
        for (int warm = 0; warm < 20; warm++) {
            client.get("/api/" + id + "/bad?n=1").expect(200);
        }
        Figures before = Figures.of(id);
        Random random = new Random(20);
        long errors = 0;
        long nanos = 0;
        long bytes = 0;
        List<CompletableFuture<Answer>> asked = new ArrayList<>();
        for (int request = 0; request < 120; request++) {
            int millis = random.nextInt(8) == 0 ? 0 : 5 + random.nextInt(20);
            errors += millis == 0 ? 1 : 0;
            asked.add(client.getLater("/api/" + id + "/bad?n=" + millis));
            asked.get(Math.max(0, asked.size() - 3)).join();
        }
        for (CompletableFuture<Answer> answer : asked) {
            if (answer.join().status() == 200) {
                String[] used = answer.join().text().split(" ", -1);
                nanos += Long.parseLong(used[0]);
                bytes += Long.parseLong(used[1]);
            }
        }
        Figures after = Figures.of(id);
        assertEquals(120, after.requests() - before.requests());
        assertEquals((double) errors, after.errors() - before.errors());
        assertNear(nanos / 1e9, after.cpu() - before.cpu());
        assertNear((double) bytes, after.bytes() - before.bytes());
    }

    /** What the portal says of a plugin. */
    private record Figures(double requests, double errors, double cpu, double bytes) {

        static Figures of(String plugin) {
            return new Figures(
                    figure("callboard_plugin_requests_total", plugin),
                    figure("callboard_plugin_request_errors_total", plugin),
                    figure("callboard_plugin_cpu_seconds_total", plugin),
                    figure("callboard_plugin_allocated_bytes_total", plugin));
        }
    }

    private static void assertNear(double truth, double figure) {
        assertTrue(Math.abs(figure - truth) <= truth / 10, () -> figure + " instead of " + truth);
    }
}
