package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plugins do at certain times is done, once, whatever happens to the plugins meanwhile. */
class TasksJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path root;

    /** {@return a plugin with a task; what its runs do is told by lines of a file} */
    private byte[] plugin(String id, String version, String schedule, String body) {
        return PluginJar.of(id, version)
                .with("Chore", """
                import java.nio.file.*;
                import java.time.*;
                import org.callboard.api.task.*;
                @Component
                public final class Chore implements ScheduledTask {
                    private static final java.nio.file.Path RUNS = Paths.get("%1$s", "%2$s.runs");
                    private static final java.nio.file.Path ALONE = Paths.get("%1$s", "%2$s.alone");
                    @Override public Schedule schedule() { return %3$s; }
                    @Override public Duration limit() { return Duration.ofSeconds(2); }
                    @Override public void run(TaskRun run) throws Exception {
                        try {
                            Files.createFile(ALONE);
                        } catch (FileAlreadyExistsException other) {
                            say("twice");
                            throw other;
                        }
                        try {
                            Thread.sleep(1);
                            %5$s
                            say("%4$s");
                        } catch (InterruptedException stopped) {
                            say("interrupted %4$s");
                            throw stopped;
                        } finally {
                            Files.delete(ALONE);
                        }
                    }
                    private static void say(String what) throws IOException {
                        Files.writeString(RUNS, what + "\\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    }
                }
                """.formatted(root, id, schedule, version, body))
                .build();
    }

    private List<String> runs(String id) {
        Path file = root.resolve(id + ".runs");
        return Files.exists(file) ? PortalFolder.read(file).lines().toList() : List.of();
    }

    private static JsonNode task(Client client, String plugin) {
        for (JsonNode task : client.get("/api/tasks").expect(200).json()) {
            if (task.path("plugin").asText().equals(plugin)) {
                return task;
            }
        }
        return MissingNode.getInstance();
    }

    private static JsonNode awaitTask(Client client, String plugin, String field, String value) {
        return Eventually.find(
                field + " " + value + " of the task of " + plugin,
                PATIENCE,
                () -> Optional.of(task(client, plugin))
                        .filter(task -> task.at("/" + field).asText().equals(value)));
    }

    private void awaitRun(String id, String line) {
        Eventually.holds(line + " of " + id, PATIENCE, () -> runs(id).contains(line));
    }

    @Test
    void movesToTheNewRevisionAndNeverRunsTwiceAtOnce() {
        try (PortalProcess portal = PortalProcess.start(PortalFolder.in(root))) {
            Client client = portal.administrator();
            String every = "Schedule.every(Duration.ofSeconds(1))";
            String id = "e2e-moving";
            int versions = Repetitions.of(4, 20);
            for (int version = 1; version <= versions; version++) {
                client.install(plugin(id, version + ".0.0", every, "Thread.sleep(300);"));
                awaitRun(id, version + ".0.0");
            }
            List<String> runs = runs(id);
            assertFalse(runs.contains("twice"), runs::toString);
            List<String> inOrder = runs.stream()
                    .filter(run -> !run.startsWith("interrupted"))
                    .sorted(Comparator.comparingInt(run -> Integer.parseInt(run.substring(0, run.indexOf('.')))))
                    .toList();
            assertEquals(
                    inOrder,
                    runs.stream().filter(run -> !run.startsWith("interrupted")).toList());
            client.act(id, "disable").expect(200);
            Eventually.holds("no task", PATIENCE, () -> task(client, id).isEmpty());
        }
    }

    @Test
    void isInterruptedWhenItsRevisionGoesAndMadeUpForByTheNext() {
        try (PortalProcess portal = PortalProcess.start(PortalFolder.in(root))) {
            Client client = portal.administrator();
            String id = "e2e-long";
            String wait = "run.progress(\"half way\"); Thread.sleep(60_000);";
            client.install(plugin(id, "1.0.0", "Schedule.onDemand()", wait)).expect(201);
            awaitTask(client, id, "state", "WAITING");
            client.send("POST", "/api/tasks/" + id + "/chore/run").expect(202);
            assertEquals(
                    "half way",
                    awaitTask(client, id, "message", "half way").path("message").asText());
            client.install(plugin(id, "2.0.0", "Schedule.onDemand()", "")).expect(200);
            awaitRun(id, "2.0.0");
            assertEquals(List.of("interrupted 1.0.0", "2.0.0"), runs(id));
        }
    }

    @Test
    void showsWhatFailsTakesTooLongAndDoesNotEnd() {
        try (PortalProcess portal = PortalProcess.start(PortalFolder.in(root))) {
            Client client = portal.administrator();
            String soon = "Schedule.every(Duration.ofHours(1))";
            client.install(plugin("e2e-failing", "1.0.0", soon, "if (true) throw new IllegalStateException(\"no\");"))
                    .expect(201);
            client.install(plugin("e2e-slow", "1.0.0", soon, "Thread.sleep(60_000);"))
                    .expect(201);
            client.install(plugin(
                            "e2e-spinning",
                            "1.0.0",
                            soon,
                            "while (!Files.exists(Paths.get(\"" + root + "/end\"))) { }"))
                    .expect(201);
            JsonNode failed = awaitTask(client, "e2e-failing", "last/outcome", "FAILED");
            assertTrue(
                    failed.at("/last/message")
                            .asText()
                            .startsWith("Plugin 'e2e-failing' failed: IllegalStateException."),
                    failed::toString);
            awaitTask(client, "e2e-failing", "state", "WAITING");
            assertTrue(
                    client.get("/api/plugins/e2e-failing/logs?tail=50").text().contains("IllegalStateException"));
            awaitTask(client, "e2e-slow", "last/outcome", "TOO_LONG");
            awaitRun("e2e-slow", "interrupted 1.0.0");
            awaitTask(client, "e2e-spinning", "state", "STUCK");
            client.send("POST", "/api/tasks/e2e-spinning/chore/run").expect(202);
            client.get("/health/ready").expect(200);
            PortalFolder.write(root.resolve("end"), new byte[0]);
            Eventually.holds("another run", PATIENCE, () -> runs("e2e-spinning").size() == 2);
            awaitTask(client, "e2e-spinning", "last/outcome", "DONE");
            assertFalse(runs("e2e-spinning").contains("twice"));
        }
    }

    @Test
    void keepsWhatIsKnownOfItAcrossARestart() {
        PortalFolder folder = PortalFolder.in(root);
        String id = "e2e-kept";
        JsonNode before;
        try (PortalProcess portal = PortalProcess.start(folder)) {
            Client client = portal.administrator();
            client.install(plugin(id, "1.0.0", "Schedule.every(Duration.ofHours(1))", ""))
                    .expect(201);
            awaitTask(client, id, "last/outcome", "DONE");
            client.send("POST", "/api/tasks/" + id + "/chore/pause").expect(204);
            before = task(client, id);
            client.send("POST", "/api/tasks/" + id + "/nothing/run").expectError(404);
            client.get("/api/tasks/" + id + "/chore/run").expectError(405);
            portal.anyone().get("/api/tasks").expectError(401);
            portal.stop();
        }
        try (PortalProcess portal = PortalProcess.start(folder)) {
            Client client = portal.administrator();
            JsonNode after = awaitTask(client, id, "state", "PAUSED");
            assertEquals(before.path("last"), after.path("last"));
            client.send("POST", "/api/tasks/" + id + "/chore/run").expect(202);
            Eventually.holds("a run in spite of the pause", PATIENCE, () -> runs(id).size() == 2);
            client.send("POST", "/api/tasks/" + id + "/chore/resume").expect(204);
            assertEquals(
                    "every 1h",
                    awaitTask(client, id, "state", "WAITING").path("schedule").asText());
        }
    }
}
