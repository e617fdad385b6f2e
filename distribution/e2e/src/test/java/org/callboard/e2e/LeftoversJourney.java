package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that leak, hang when they start, or hang when they stop: they are named, and the others go on. */
class LeftoversJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FOR_GOOD = "new java.util.concurrent.Semaphore(0).acquireUninterruptibly();";

    @AutoClose
    private static PortalProcess portal;

    private static Client client;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.in(root));
        client = portal.filled();
    }

    private static void awaitLog(String line) {
        Eventually.holds("in the log: " + line, PATIENCE, () -> portal.errors().contains(line));
    }

    /** {@return the line of the log with these words} */
    private static String logged(String words) {
        awaitLog(words);
        return portal.errors()
                .lines()
                .filter(line -> line.contains(words))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void namesWhatAPluginLeft() {
        client.install(Leaking.everything("e2e-litter", "1.0.0")).expect(201);
        assertTrue(logged("Plugin 'e2e-litter' 1.0.0 changed settings").contains("'default time zone' (undone)"));
        Inside inside = Inside.of(portal);
        assertTrue(inside.threads().contains("litter-timer"), "The plugin has no timer.");

        client.delete("/api/plugins/e2e-litter").expect(204);

        String left = logged("Plugin 'e2e-litter' 1.0.0 left something behind");
        for (String name : List.of(
                "thread 'litter-thread' at org.callboard.plugin.e2elitter.Litter.toil",
                "timer 'litter-timer'",
                "shutdown hook 'litter-hook'",
                "driver 'org.callboard.plugin.e2elitter.LitterDriver'",
                "thread local 'org.callboard.plugin.e2elitter.Litter'",
                "process handler 'uncaught exception handler'")) {
            assertTrue(left.contains(name), () -> name + " is not in: " + left);
        }
        assertFalse(inside.threads().contains("litter-timer"), "The timer goes on.");
    }

    @Test
    void showsWithAPluginWhatItsFormerRevisionLeft() {
        String id = "e2e-sloppy";
        client.install(Leaking.everything(id, "1.0.0")).expect(201);
        client.install(Plugins.rest(id, "2.0.0")).expect(200);
        logged("Plugin '" + id + "' 1.0.0 left something behind");
        String left = client.get("/api/plugins/" + id)
                .expect(200)
                .json()
                .path("leftovers")
                .toString();
        for (String name : List.of(
                "Revision 1.0.0 left behind: thread 'litter-thread' at org.callboard.plugin.e2esloppy.Litter.toil",
                "Revision 1.0.0 left behind: shutdown hook 'litter-hook'",
                "Revision 1.0.0 left behind: driver 'org.callboard.plugin.e2esloppy.LitterDriver'")) {
            assertTrue(left.contains(name), () -> name + " is not in: " + left);
        }
    }

    @Test
    void namesAPluginWhoseRevisionsStayInMemory() {
        byte[] jar = Leaking.activator("e2e-kept", "1.0.0", "System.getProperties().put(\"e2e.kept\", this);", "");
        client.install(jar).expect(201);
        client.delete("/api/plugins/e2e-kept").expect(204);
        awaitLog("Stopped e2e-kept 1.0.0");
        Inside inside = Inside.of(portal);
        Eventually.holds("that a revision stays in memory", PATIENCE, () -> {
            inside.live();
            return portal.errors().contains("Plugin 'e2e-kept' 1.0.0 was stopped but stays in memory");
        });
    }

    @Test
    void startsOthersWhileSomeNeverComeToAnEnd() {
        List<byte[]> jars = new ArrayList<>();
        for (String how : List.of("Thread.sleep(3_600_000);", FOR_GOOD, "while (true) { Thread.onSpinWait(); }")) {
            jars.add(Leaking.activator("e2e-hangs-" + jars.size(), "1.0.0", "if (true) { " + how + " }", ""));
        }
        byte[] first = Plugins.rest("e2e-quick", "1.0.0");
        byte[] second = Plugins.rest("e2e-quick", "2.0.0");
        List<CompletableFuture<Answer>> hanging = jars.stream()
                .map(jar -> CompletableFuture.supplyAsync(() -> client.install(jar)))
                .toList();
        awaitStart(hanging.size());
        client.install(first).expect(201);
        client.install(second).expect(200);
        client.get("/api/e2e-quick/word").expect(200);
        assertFalse(hanging.get(1).isDone(), "The others had to wait for it.");
        awaitLog("Stopped e2e-quick 1.0.0");
        for (CompletableFuture<Answer> answer : hanging) {
            Answer refused = answer.join().expectError(422);
            assertTrue(refused.message().contains("did not come to an end in time"), refused::text);
        }
        assertTrue(hanging.get(1).join().message().contains("Switch.start"), "It does not say where it hangs.");
        awaitLog("Plugin 'e2e-hangs-2' 1.0.0 can't be stopped");
        assertFalse(portal.errors().contains("Plugin 'e2e-hangs-0' 1.0.0 can't be stopped"));
        client.install(Plugins.rest("e2e-hangs-1", "2.0.0")).expect(201);
        client.get("/api/e2e-hangs-1/word").expect(200);
        client.get("/health/ready").expect(200);
    }

    private static void awaitStart(int plugins) {
        Inside inside = Inside.of(portal);
        Eventually.holds(
                plugins + " plugins that hang in start", PATIENCE, () -> inside.lines("Switch.start(") >= plugins);
    }

    @Test
    void stopsOthersWhileSomeNeverStop() {
        int some = 5;
        for (int plugin = 0; plugin < some; plugin++) {
            client.install(Leaking.activator("e2e-stays-" + plugin, "1.0.0", "", FOR_GOOD))
                    .expect(201);
        }
        client.install(Plugins.rest("e2e-goes", "1.0.0")).expect(201);
        for (int plugin = 0; plugin < some; plugin++) {
            client.delete("/api/plugins/e2e-stays-" + plugin).expect(204);
        }
        client.delete("/api/plugins/e2e-goes").expect(204);
        awaitLog("Stopped e2e-goes 1.0.0");
        assertFalse(portal.errors().contains("Stopped e2e-stays"), "It had to wait for them.");
        for (int plugin = 0; plugin < some; plugin++) {
            assertTrue(logged("Plugin 'e2e-stays-" + plugin + "' 1.0.0 left something behind")
                    .contains("Switch.stop"));
        }
        client.install(Plugins.rest("e2e-stays-0", "2.0.0")).expect(201);
    }

    @Test
    void goesOnWhenStopThrows() {
        client.install(Leaking.activator("e2e-throws", "1.0.0", "", "throw new StackOverflowError();"))
                .expect(201);
        client.install(Plugins.rest("e2e-throws", "2.0.0")).expect(200);
        awaitLog("Plugin 'e2e-throws' 1.0.0 did not stop cleanly");
        awaitLog("Stopped e2e-throws 1.0.0");
        client.get("/api/e2e-throws/word").expect(200);
    }
}
