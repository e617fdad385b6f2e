package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Jars that must not come in: each is refused with a reason and a way out, and leaves nothing behind. */
class RefusalJourney {

    private static final String ID = BadJars.ID;
    private static final String FORMER = "0.9.0";

    @AutoClose
    private static PortalProcess portal;

    private static Client client;

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.in(root));
        client = portal.filled();
        client.install(Plugins.rest("e2e-witness", "1.0.0")).expect(201);
    }

    @BeforeEach
    void installTheFormerVersion() {
        Answer former = client.get("/api/plugins/" + ID);
        if (!former.json().path("version").asText().equals(FORMER)) {
            client.delete("/api/plugins/" + ID);
            client.install(BadJars.good(FORMER)).expect(201);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("org.callboard.e2e.BadJars#all")
    void refusesWithAReasonAndLeavesNothingBehind(BadJars.Case given) {
        InstalledPlugins before = InstalledPlugins.of(client);
        Set<String> files = keptFiles();

        Answer refused = client.install(given.jar().get());

        assertTrue(
                refused.status() >= 400 && refused.status() < 500,
                () -> given + " is answered with " + refused.status() + " " + refused.text());
        refused.expectError(refused.status());
        for (String word : given.says()) {
            String all = refused.message() + " " + refused.hint();
            assertTrue(all.contains(word), () -> "'" + word + "' is not in: " + all);
        }
        assertFalse(refused.hint().isBlank(), () -> "It does not say what to do: " + refused.text());
        assertFalse(
                refused.text().contains(portal.folder().root().toString()),
                () -> "It names a path of the server: " + refused.text());
        assertEquals(before, InstalledPlugins.of(client));
        Set<String> left = keptFiles();
        left.removeAll(files);
        assertEquals(Set.of(), left, "what the portal keeps of a refused jar");
        client.get("/api/e2e-witness/word").expect(200);
        client.get("/health/ready").expect(200);
    }

    private static Set<String> keptFiles() {
        try (Stream<Path> files = Files.list(portal.folder().storage().resolve("plugin-jars"))) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void waitsForNoActivatorThatHangs() {
        byte[] jar = PluginJar.of("e2e-sleeper", "1.0.0")
                .with("Start", BadJars.ACTIVATOR.formatted("new java.util.concurrent.CountDownLatch(1).await();"))
                .header("Bundle-Activator", "org.callboard.plugin.e2esleeper.Start")
                .build();
        CompletableFuture<Answer> hanging = CompletableFuture.supplyAsync(() -> client.install(jar));
        client.install(BadJars.good("2.0.0")).expect(200);
        client.get("/health/ready").expect(200);
        assertFalse(hanging.isDone(), "The activator hung for no time at all.");
        Answer refused = hanging.join().expectError(422);
        assertTrue(refused.message().contains("e2e-sleeper"), refused::message);
        client.get("/api/plugins/e2e-sleeper").expectError(404);
    }

    @Test
    void takesAGoodJarAfterAllTheBadOnes() {
        client.install(BadJars.good("3.0.0")).expect(200);
    }
}
