package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
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

    private static final String ID = "e2e-refused";
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
        if (!former.text().contains("\"" + FORMER + "\"")) {
            client.delete("/api/plugins/" + ID);
            client.install(good(FORMER)).expect(201);
        }
    }

    /**
     * A jar that must be refused.
     *
     * @param says words that the answer must have
     */
    record Case(String name, Supplier<byte[]> jar, List<String> says) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Case given(String name, byte[] jar, String... says) {
        return new Case(name, () -> jar, List.of(says));
    }

    static Stream<Case> jars() {
        return Stream.of(archives(), manifests(), contents(), routes()).flatMap(List::stream);
    }

    private static List<Case> archives() {
        byte[] good = good("1.0.0");
        return List.of(
                given("an empty body", new byte[0], "jar"),
                given("no zip", PluginJar.bytes("This is not a jar."), "jar"),
                given("half a jar", Arrays.copyOf(good, good.length / 2), "jar"),
                given("no manifest", JarSurgery.withoutManifest(good), "MANIFEST"),
                given("an entry above", JarSurgery.withEntry(good, "../../evil.txt", new byte[1]), "../../evil.txt"),
                given("an absolute entry", JarSurgery.withEntry(good, "/tmp/evil.txt", new byte[1]), "/tmp/evil.txt"),
                given("a bomb", JarSurgery.withEntry(good, "bomb.bin", new byte[50 << 20]), "100 to 1"),
                given(
                        "its own copy of the API",
                        JarSurgery.withEntry(good, "org/callboard/api/ui/Card.class", new byte[9]),
                        "org/callboard/api/ui/Card.class",
                        "provided"));
    }

    private static List<Case> manifests() {
        return List.of(
                header("no id", "Bundle-SymbolicName", "", "id"),
                header("an id against the rule", "Bundle-SymbolicName", "Org.Example", "Org.Example"),
                header("an id that is a path", "Bundle-SymbolicName", "../plugins", "../plugins"),
                header("no version", "Bundle-Version", "one", "one"),
                header("a fragment", "Fragment-Host", "core-catalog", "Fragment-Host"),
                header("imports at will", "DynamicImport-Package", "*", "DynamicImport-Package"),
                header("needs bundles", "Require-Bundle", "core-catalog", "Require-Bundle"),
                header("native code", "Bundle-NativeCode", "x.so;osname=Linux", "Bundle-NativeCode"),
                header("an export of the API", "Export-Package", "org.callboard.api.ui", "org.callboard.api.ui"),
                header("an export of java", "Export-Package", "java.lang", "java.lang"),
                header("an export of the framework", "Export-Package", "org.osgi.framework", "org.osgi.framework"),
                header(
                        "the portal's own packages",
                        "Import-Package",
                        "com.fasterxml.jackson.databind;platform=core",
                        "the portal's own"),
                header(
                        "the portal's own packages in quotes",
                        "Import-Package",
                        "com.fasterxml.jackson.databind;platform=\"core\"",
                        "the portal's own"),
                header("a singleton", "Bundle-SymbolicName", ID + ";singleton:=true", "singleton"),
                given(
                        "a missing package",
                        PluginJar.of(ID, "1.0.0")
                                .with("Sign", SIGN)
                                .header("Import-Package", "*,com.nowhere.api;version=\"[2,3)\"")
                                .build(),
                        "com.nowhere.api",
                        "2",
                        "3"),
                given(
                        "an API of the future",
                        JarSurgery.withHeader(
                                good("1.0.0"), "Import-Package", "org.callboard.api.ui;version=\"[9,10)\""),
                        "org.callboard.api.ui",
                        "9",
                        "10",
                        "0.1"),
                given(
                        "a Java of the future",
                        JarSurgery.withHeader(
                                good("1.0.0"),
                                "Require-Capability",
                                "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""),
                        "Java 99"));
    }

    private static List<Case> contents() {
        return List.of(
                given(
                        "an activator that throws",
                        PluginJar.of(ID, "1.0.0")
                                .with(
                                        "Start",
                                        ACTIVATOR.formatted("throw new IllegalStateException(\"no luck today\");"))
                                .header("Bundle-Activator", "org.callboard.plugin.e2erefused.Start")
                                .build(),
                        ID,
                        "no luck today"),
                component("a constructor that throws", "public Sign() { throw new IllegalStateException(\"x\"); }"),
                component("an activation that throws", "@Activate void begin() { throw new Error(\"x\"); }"),
                component("a missing service", "@Reference java.util.concurrent.Executor executor;"));
    }

    private static List<Case> routes() {
        return List.of(
                endpoint("a foreign route", "/api/catalog", "/api/catalog"),
                endpoint("the route of everything", "/", "path /"),
                endpoint("a neighbour's route", "/api/e2e-witness/word", "/api/e2e-witness/word"),
                endpoint("a route of the core's", "/health", "/health"),
                endpoint("a prefix that only looks like its own", "/api/" + ID + "x", "/api/" + ID + "x"),
                given("the id of a taken prefix", Plugins.rest("catalog", "1.0.0"), "/api/catalog"),
                given("the id of the core's prefix", Plugins.rest("session", "1.0.0"), "/api/session"));
    }

    private static final String SIGN = """
            @Component
            public final class Sign implements EntityCard {
                @Override public Card show(Entity entity, Caller caller) { return Card.empty(); }
                //more
            }
            """;

    private static final String ACTIVATOR = """
            public final class Start implements org.osgi.framework.BundleActivator {
                public void start(org.osgi.framework.BundleContext context) throws Exception { %s }
                public void stop(org.osgi.framework.BundleContext context) {}
            }
            """;

    private static byte[] good(String version) {
        return PluginJar.of(ID, version).with("Sign", SIGN).build();
    }

    private static Case header(String name, String header, String value, String word) {
        return given(name, JarSurgery.withHeader(good("1.0.0"), header, value), word);
    }

    private static Case component(String name, String member) {
        return given(
                name,
                PluginJar.of(ID, "1.0.0")
                        .with("Sign", SIGN.replace("//more", member))
                        .build(),
                ID,
                "Sign");
    }

    private static Case endpoint(String name, String route, String word) {
        String source = """
                @Component
                public final class Door implements HttpEndpoint {
                    @Override public List<Route> routes() { return List.of(new Route("%s", "portal.use")); }
                    @Override public void handle(Caller caller, jakarta.servlet.http.HttpServletRequest request,
                            jakarta.servlet.http.HttpServletResponse response) {}
                }
                """.formatted(route);
        return given(name, PluginJar.of(ID, "1.0.0").with("Door", source).build(), word);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("jars")
    void refusesWithAReasonAndLeavesNothingBehind(Case given) {
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
                .with("Start", ACTIVATOR.formatted("new java.util.concurrent.CountDownLatch(1).await();"))
                .header("Bundle-Activator", "org.callboard.plugin.e2esleeper.Start")
                .build();
        CompletableFuture<Answer> hanging = CompletableFuture.supplyAsync(() -> client.install(jar));
        client.install(good("2.0.0")).expect(200);
        client.get("/health/ready").expect(200);
        assertFalse(hanging.isDone(), "The activator hung for no time at all.");
        Answer refused = hanging.join().expectError(422);
        assertTrue(refused.message().contains("e2e-sleeper"), refused::message);
        client.get("/api/plugins/e2e-sleeper").expectError(404);
    }

    @Test
    void takesAGoodJarAfterAllTheBadOnes() {
        client.install(good("3.0.0")).expect(200);
    }
}
