package org.callboard.e2e;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Jars that no portal may take. */
final class BadJars {

    /** The plugin that most of them pretend to be. */
    static final String ID = "e2e-refused";

    private BadJars() {}

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

    static Stream<Case> all() {
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
                        JarSurgery.withEntry(good, "org/callboard/api/ui/View.class", new byte[9]),
                        "org/callboard/api/ui/View.class",
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
                header(
                        "two exports in one clause",
                        "Export-Package",
                        "org.callboard.plugin.e2erefused.api;org.callboard.api.ui;version=\"0.1\"",
                        "org.callboard.api.ui"),
                header(
                        "an import by the back door",
                        "Require-Capability",
                        "osgi.wiring.package;filter:=\"(osgi.wiring.package=com.fasterxml.jackson.databind)\"",
                        "Require-Capability"),
                header(
                        "an export by the back door",
                        "Provide-Capability",
                        "osgi.wiring.package;osgi.wiring.package=org.callboard.api.ui",
                        "Provide-Capability"),
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
                @Override public View show(Entity entity, ViewRequest request) { return View.empty(); }
                //more
            }
            """;

    static final String ACTIVATOR = """
            public final class Start implements org.osgi.framework.BundleActivator {
                public void start(org.osgi.framework.BundleContext context) throws Exception { %s }
                public void stop(org.osgi.framework.BundleContext context) {}
            }
            """;

    /** {@return a jar of the plugin with which nothing is wrong} */
    static byte[] good(String version) {
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
}
