package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portal full of plugins is started: as it was stopped, after kills, safely, and over a store that was spoilt. */
class ManyPluginsJourney {

    private static final int PLUGINS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String OFFERS = "org.callboard.plugin.e2ezoffers.api";
    private static final String MANY = "e2e-many-";

    @TempDir
    private Path root;

    private void fillInbox(PortalFolder folder) throws IOException {
        byte[] card = Plugins.card(MANY + "0", "1.0.0", "one of many");
        for (int number = 0; number < PLUGINS; number++) {
            Files.write(
                    folder.inbox().resolve(number + ".jar"),
                    JarSurgery.withHeader(card, "Bundle-SymbolicName", MANY + number));
        }
        // by name the one that needs it comes first
        Files.write(
                folder.inbox().resolve("offers.jar"),
                JarSurgery.withHeader(
                        Plugins.card("e2e-z-offers", "1.0.0", "offers"), "Export-Package", OFFERS + ";version=1.0.0"));
    }

    private static List<String> ours() {
        return Stream.concat(
                        Stream.of("e2e-a-needs", "e2e-hangs", "e2e-z-offers"),
                        IntStream.range(0, PLUGINS).mapToObj(number -> MANY + number))
                .toList();
    }

    private static byte[] needy() {
        return PluginJar.of("e2e-a-needs", "1.0.0")
                .with("Start", BadJars.ACTIVATOR.formatted(""))
                .header("Bundle-Activator", "org.callboard.plugin.e2eaneeds.Start")
                .header("Import-Package", "*," + OFFERS + ";version=\"[1,2)\"")
                .build();
    }

    private byte[] hangingOnce(Path whileThere) {
        String wait = "if (new java.io.File(\"" + whileThere + "\").exists())"
                + " { new java.util.concurrent.CountDownLatch(1).await(); }";
        return PluginJar.of("e2e-hangs", "1.0.0")
                .with("Start", BadJars.ACTIVATOR.formatted(wait))
                .header("Bundle-Activator", "org.callboard.plugin.e2ehangs.Start")
                .build();
    }

    @Test
    void areAllActiveAgainWhateverOneOfThemDoes() throws IOException {
        Path hang = root.resolve("hang");
        PortalFolder folder = PortalFolder.in(root);
        fillInbox(folder);
        Map<String, String> all;
        try (PortalProcess portal = PortalProcess.start(folder)) {
            Client client = portal.administrator();
            client.install(needy()).expect(201);
            client.install(hangingOnce(hang)).expect(201);
            all = states(client);
            assertTrue(all.keySet().containsAll(ours()), all::toString);
            portal.stop();
        }
        long start = System.nanoTime();
        Files.createFile(hang);
        all.remove("e2e-hangs");
        try (PortalProcess portal = PortalProcess.startAtOnce(folder)) {
            long ready = System.nanoTime();
            Client client = portal.administrator();
            awaitAll(all, client);
            long active = System.nanoTime();
            System.out.printf(
                    "%d plugins, one of them hanging: ready after %.1f s, the others active after %.1f s%n",
                    all.size() + 1, (ready - start) / 1e9, (active - start) / 1e9);
            Eventually.holds(
                    "the end of trying",
                    PATIENCE,
                    () -> client.plugin("e2e-hangs", "state").equals("QUARANTINED"));
            long lines = portal.errors()
                    .lines()
                    .filter(line -> line.matches("^[\\d:.]+ .*") && line.contains("e2e-hangs"))
                    .count();
            assertTrue(lines <= 10, portal::errors);
            awaitAll(all, client);
            portal.stop();
        }
    }

    private static void awaitAll(Map<String, String> all, Client client) {
        Eventually.holds("all the others", PATIENCE, () -> {
            Map<String, String> now = states(client);
            now.remove("e2e-hangs");
            return now.equals(all);
        });
    }

    private static Map<String, String> states(Client client) {
        Map<String, String> states = new TreeMap<>();
        for (JsonNode plugin : client.get("/api/plugins").expect(200).json()) {
            states.put(
                    plugin.path("id").asText(),
                    plugin.path("state").asText() + " " + plugin.path("digest").asText());
        }
        return states;
    }

    @Test
    void areTheSameAfterKillsAndOverASpoiltStore() throws IOException {
        Random random = new Random(77);
        PortalFolder folder = PortalFolder.in(root);
        fillInbox(folder);
        Map<String, String> all;
        try (PortalProcess portal = PortalProcess.start(folder)) {
            portal.administrator().install(needy()).expect(201);
            all = states(portal.administrator());
            portal.kill();
        }
        for (int kill = 0; kill < Repetitions.of(4, 100); kill++) {
            spoil(folder, random);
            try (PortalProcess portal = PortalProcess.begin(folder)) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(6_000)));
                portal.kill();
            }
        }
        spoil(folder, random);
        try (PortalProcess portal = PortalProcess.start(folder)) {
            awaitAll(all, portal.administrator());
        }
    }

    /** Spoils what can be made anew: the files of the jars, and the cache that a killed framework left. */
    private static void spoil(PortalFolder folder, Random random) throws IOException {
        Path left = Files.createDirectories(folder.scratch());
        assertTrue(spoil(folder.storage().resolve("plugin-jars"), random) > 0, "There were no jars.");
        spoil(left, random);
    }

    /** Deletes some files, cuts some off and writes nonsense into others. {@return how many there were} */
    private static int spoil(Path root, Random random) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            for (Path file : files) {
                byte[] bytes = Files.readAllBytes(file);
                switch (random.nextInt(4)) {
                    case 0 -> Files.delete(file);
                    case 1 -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
                    case 2 -> {
                        random.nextBytes(bytes);
                        Files.write(file, bytes);
                    }
                    default -> {
                        // this one stays
                    }
                }
            }
            return files.size();
        }
    }

    @Test
    void areOffInASafeStartAndBackInTheNext() throws IOException {
        PortalFolder folder = PortalFolder.in(root);
        try (PortalProcess portal = PortalProcess.start(folder)) {
            portal.administrator().install(Plugins.rest("e2e-off", "1.0.0")).expect(201);
            portal.stop();
        }
        Files.write(folder.inbox().resolve("later.jar"), Plugins.rest("e2e-later", "1.0.0"));
        try (PortalProcess portal = PortalProcess.startAtOnce(folder, "--safe")) {
            Client client = portal.administrator();
            assertEquals("DISABLED", client.plugin("e2e-off", "state"));
            String cause = client.get("/api/plugins/e2e-off")
                    .json()
                    .at("/diagnosis/cause")
                    .asText();
            assertTrue(cause.contains("--safe"), cause);
            client.get("/api/e2e-off/word").expectError(503);
            assertEquals("ACTIVE", client.plugin("web-shell", "state"));
            portal.stop();
        }
        assertTrue(Files.exists(folder.inbox().resolve("later.jar")), "A safe start leaves the inbox alone.");
        try (PortalProcess portal = PortalProcess.start(folder)) {
            portal.administrator().get("/api/e2e-off/word").expect(200);
            portal.administrator().get("/api/e2e-later/word").expect(200);
        }
    }
}
