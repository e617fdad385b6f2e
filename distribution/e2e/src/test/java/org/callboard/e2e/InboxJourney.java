package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars come into a running portal's inbox in every way in which files are copied. */
class InboxJourney {

    private static final int PLUGINS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @AutoClose
    private static PortalProcess portal;

    private static Client client;
    private static Path root;
    private static Path inbox;

    private final Random random = new Random(1_848);
    private final Map<String, byte[]> first = new HashMap<>();
    private final Map<String, String> serving = new HashMap<>();
    private final Set<String> complete = new HashSet<>();
    private final List<Path> refused = new ArrayList<>();

    @BeforeAll
    static void start(@TempDir Path folder) {
        root = folder;
        portal = PortalProcess.start(PortalFolder.in(folder));
        client = portal.administrator();
        inbox = portal.folder().inbox();
    }

    @Test
    void installsEachCompleteJarAndNeverHalfOfOne() throws IOException {
        int files = Repetitions.of(42, 1_000);
        for (int number = 1; number <= files; number++) {
            String id = "e2e-inbox-" + random.nextInt(PLUGINS);
            byte[] jar = jar(id, number + ".0.0");
            Path file = inbox.resolve(id + "-" + number + ".jar");
            complete.add(PluginJar.digest(jar));
            switch (number % 7) {
                case 0 -> slowly(file, jar);
                case 1 -> replaced(file, id, number, jar);
                case 2 -> doubled(file, jar);
                case 3 -> cutOff(file, jar);
                case 4 -> unfit(file, jar);
                case 5 -> touched(file, jar);
                default -> Files.write(file, jar);
            }
            if (!refused.contains(file)) {
                serving.put(id, PluginJar.digest(jar));
                awaitDigest(id);
            }
            assertOnlyCompleteJarsServe();
        }
        Eventually.holds("an empty inbox", PATIENCE, portal.folder()::isInboxTaken);
        serving.keySet().forEach(this::awaitDigest);
        assertRefusedWithReasonsAndNothingElse();
        System.out.println(files + " files in the inbox, " + refused.size() + " of them cut off or unfit");
    }

    private void assertRefusedWithReasonsAndNothingElse() throws IOException {
        Set<String> left = new TreeSet<>();
        for (Path file : refused) {
            left.add(file.getFileName() + ".refused");
            left.add(file.getFileName() + ".refused.txt");
            String reason = PortalFolder.read(file.resolveSibling(file.getFileName() + ".refused.txt"));
            assertTrue(!reason.isBlank() && reason.lines().count() <= 5, reason);
        }
        try (Stream<Path> files = Files.list(inbox)) {
            assertEquals(
                    left,
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.contains("e2e-inbox-"))
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private byte[] jar(String id, String version) {
        return JarSurgery.withHeader(
                first.computeIfAbsent(id, any -> Plugins.rest(id, "1.0.0")), "Bundle-Version", version);
    }

    private void slowly(Path file, byte[] jar) throws IOException {
        int portion = jar.length / (2 + random.nextInt(6)) + 1;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int start = 0; start < jar.length; start += portion) {
                out.write(jar, start, Math.min(portion, jar.length - start));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(1_200)));
            }
        }
    }

    /** Another version's first half is there, and then this one in its place: over it, or by a change of names. */
    private void replaced(Path file, String id, int number, byte[] jar) throws IOException {
        byte[] other = jar(id, number + ".0.1");
        Files.write(file, Arrays.copyOf(other, 1 + random.nextInt(other.length - 1)));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(1_500)));
        if (random.nextBoolean()) {
            Files.write(file, jar);
        } else {
            Files.move(Files.write(root.resolve("part"), jar), file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void doubled(Path file, byte[] jar) throws IOException {
        Files.write(file, jar);
        Files.write(file.resolveSibling("copy of " + file.getFileName()), jar);
    }

    private void cutOff(Path file, byte[] jar) throws IOException {
        refused.add(Files.write(file, Arrays.copyOf(jar, random.nextInt(jar.length))));
    }

    /** A whole jar that may not be installed. */
    private void unfit(Path file, byte[] jar) throws IOException {
        refused.add(Files.write(file, JarSurgery.withHeader(jar, "Export-Package", "java.lang")));
    }

    /** All of it is there, and again and again something says that it has changed. */
    private void touched(Path file, byte[] jar) throws IOException {
        Files.write(file, jar);
        for (int touch = 0; touch < 4; touch++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(400)));
            FileTime now = FileTime.from(Instant.now());
            try {
                Files.setLastModifiedTime(file, now);
            } catch (NoSuchFileException taken) {
                return;
            }
        }
    }

    private void awaitDigest(String id) {
        Eventually.holds(
                id + " as it was put in",
                PATIENCE,
                () -> client.plugin(id, "digest").equals(serving.get(id)));
    }

    private void assertOnlyCompleteJarsServe() {
        for (JsonNode plugin : client.get("/api/plugins").expect(200).json()) {
            if (plugin.path("id").asText().startsWith("e2e-inbox-")) {
                assertTrue(
                        List.of("ACTIVE", "STARTING")
                                .contains(plugin.path("state").asText()),
                        plugin::toString);
                assertTrue(complete.contains(plugin.path("digest").asText()), plugin::toString);
            }
        }
    }

    @Test
    void letsNoPluginThatHangsHoldUpTheOthersAndSaysWhyItIsRefused() throws IOException {
        byte[] hanging = PluginJar.of("e2e-hangs", "1.0.0")
                .with("Start", BadJars.ACTIVATOR.formatted("new java.util.concurrent.CountDownLatch(1).await();"))
                .header("Bundle-Activator", "org.callboard.plugin.e2ehangs.Start")
                .build();
        Path file = Files.write(inbox.resolve("hangs.jar"), hanging);
        for (int number = 0; number < 5; number++) {
            Files.write(inbox.resolve("passes-" + number + ".jar"), jar("e2e-passes-" + number, "1.0.0"));
        }
        for (int number = 0; number < 5; number++) {
            String id = "e2e-passes-" + number;
            Eventually.holds(id, PATIENCE, () -> client.plugin(id, "state").equals("ACTIVE"));
        }
        Path reason = inbox.resolve("hangs.jar.refused.txt");
        Eventually.holds("the reason", PATIENCE, () -> Files.exists(reason) && !Files.exists(file));
        assertTrue(PortalFolder.read(reason).contains("e2e-hangs"), () -> PortalFolder.read(reason));
    }
}
