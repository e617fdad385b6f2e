package org.callboard.e2e;

import static org.callboard.e2e.JarSurgery.withEntry;
import static org.callboard.e2e.JarSurgery.withHeader;
import static org.callboard.e2e.JarSurgery.withText;
import static org.callboard.e2e.JarSurgery.without;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.callboard.e2e.BadJars.Case;

/** The ways in which plugins fail to resolve and to start, time and again: what is said of each is a golden file. */
final class ClassicFailures {

    /** The plugin that all of them pretend to be. */
    static final String ID = "e2e-classic";

    /** An installed plugin with an API, and without a service for it. */
    static final String NEIGHBOUR = "e2e-offer";

    private static final String PACKAGE = "org/callboard/plugin/e2eclassic/";
    private static final String NEIGHBOURS_API = "org.callboard.plugin.e2eoffer.api";
    private static final byte[] CLASS = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 61};

    private static final String CARD = """
            @Component
            public final class Sign implements EntityCard {
                @Override public View show(Entity entity, ViewRequest request) { return View.empty(); }
                //more
            }
            """;

    private static final byte[] GOOD =
            PluginJar.of(ID, "1.0.0").with("Sign", CARD).build();

    private ClassicFailures() {}

    static Stream<Case> all() {
        return Stream.of(
                        packages(),
                        imports(),
                        platforms(),
                        borders(),
                        exports(),
                        identities(),
                        components(),
                        classes(),
                        copies(),
                        activators(),
                        made(),
                        services(),
                        routes(),
                        BrokenZips.all())
                .flatMap(List::stream);
    }

    static byte[] neighbour() {
        return PluginJar.of(NEIGHBOUR, "1.0.0")
                .withApi("Greeter", "public interface Greeter { String greet(); }")
                .header("Import-Package", "!org.callboard.plugin.*,*")
                .build();
    }

    private static List<Case> packages() {
        return List.of(
                importing("a package that nobody offers", "com.nowhere.api;version=\"[2,3)\""),
                importing("a plugin API of the future", "org.callboard.api.ui;version=\"[9,10)\""),
                importing("a plugin API of the past", "org.callboard.api.ui;version=\"[0.0.1,0.1)\""),
                importing("a package that the plugin API does not have", "org.callboard.api.magic;version=\"[0.1,1)\""),
                importing("another plugin's API in a later version", NEIGHBOURS_API + ";version=\"[2,3)\""),
                importing("another plugin's API in an earlier version", NEIGHBOURS_API + ";version=\"[0.5,1)\""),
                importing("a package that an installed plugin does not offer", NEIGHBOURS_API + ".more"),
                importing("the API of a plugin that is not installed", "org.callboard.plugin.absent.api"),
                importing("a version that is none", "com.nowhere.api;version=\"latest\""));
    }

    private static List<Case> imports() {
        return List.of(
                importing("the inside of the core", "org.callboard.core.catalog"),
                importing("the portal's Jackson", "com.fasterxml.jackson.databind;version=\"[2.22,3)\""),
                importing("the portal's Jetty", "org.eclipse.jetty.server"),
                importing("the portal's Lucene", "org.apache.lucene.index"),
                importing("the portal's database", "org.h2.jdbcx"),
                importing("the portal's log", "ch.qos.logback.classic"),
                importing("an earlier servlet API", "jakarta.servlet.http;version=\"[5,6)\""),
                importing("javax in place of jakarta", "javax.servlet.http;version=\"[4,5)\""),
                importing("javax.ws.rs in place of jakarta.ws.rs", "javax.ws.rs.core"),
                importing("a package by the core's attribute", "org.h2.jdbcx;platform=core"),
                importing("another plugin's API, optionally", NEIGHBOURS_API + ";resolution:=optional"),
                importing("its own API", "org.callboard.plugin.e2eclassic.api"));
    }

    private static List<Case> platforms() {
        return List.of(
                header(
                        "a Java of the future",
                        "Require-Capability",
                        "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""),
                given(
                        "a class for a Java of the future",
                        () -> withText(
                                good(),
                                "Sign.class",
                                text -> text.substring(0, 7) + (char) (99 + 44) + text.substring(8))),
                header(
                        "an extender that is not there",
                        "Require-Capability",
                        "osgi.extender;filter:=\"(&(osgi.extender=osgi.jpa)(version>=1.1)(!(version>=2.0)))\""),
                header("a framework's own service", "Require-Capability", "osgi.serviceloader;filter:=\"(x=y)\""),
                header("native code", "Bundle-NativeCode", "x.so;osname=Linux"));
    }

    private static List<Case> borders() {
        return List.of(
                header("a needed bundle", "Require-Bundle", "org.callboard.core-catalog"),
                header("a fragment of the core", "Fragment-Host", "org.callboard.core-catalog"),
                header("an extension of the framework", "Fragment-Host", "system.bundle;extension:=framework"),
                header("imports at will", "DynamicImport-Package", "*"),
                header("a singleton", "Bundle-SymbolicName", ID + ";singleton:=true"),
                header(
                        "an import by the back door",
                        "Require-Capability",
                        "osgi.wiring.package;filter:=\"(osgi.wiring.package=com.fasterxml.jackson.databind)\""),
                header(
                        "an export by the back door",
                        "Provide-Capability",
                        "osgi.wiring.package;osgi.wiring.package=org.callboard.api.ui"));
    }

    private static List<Case> exports() {
        return List.of(
                header("an export of the plugin API", "Export-Package", "org.callboard.api.ui"),
                header("an export of Java", "Export-Package", "java.lang"),
                header("an export of the framework", "Export-Package", "org.osgi.framework"),
                header("an export of another plugin's API", "Export-Package", NEIGHBOURS_API),
                header("an export of a library", "Export-Package", "com.fasterxml.jackson.databind"));
    }

    private static List<Case> identities() {
        return List.of(
                given("no manifest", () -> JarSurgery.withoutManifest(good())),
                given("no id", () -> withText(good(), "MANIFEST.MF", text -> text.replace("Bundle-SymbolicName", "X"))),
                header("an id against the rule", "Bundle-SymbolicName", "Org.Example"),
                header("an id that is a path", "Bundle-SymbolicName", "../plugins"),
                header("an id of HTML", "Bundle-SymbolicName", "<img src=x onerror=alert(1)>"),
                header("an id that turns the line", "Bundle-SymbolicName", "a\u202eb\u0007"),
                header("no version", "Bundle-Version", "one"),
                header("a manifest of another time", "Bundle-ManifestVersion", "1"),
                given(
                        "a name of a mebibyte",
                        () -> ForgedZip.of(withHeader(good(), "Bundle-Name", "n".repeat(1 << 20)))
                                .bytes()),
                given(
                        "a header twice",
                        () -> withText(
                                good(),
                                "MANIFEST.MF",
                                text -> text.stripTrailing() + "\r\nbundle-version: 2.0.0\r\n\r\n")));
    }

    private static List<Case> components() {
        return List.of(
                given(
                        "nothing to offer",
                        () -> withText(
                                good(), "MANIFEST.MF", text -> text.replace("Service-Component", "X-Component"))),
                given("a component file that is not there", () -> without(good(), "Sign.xml")),
                given(
                        "a component file that is no XML",
                        () -> withText(good(), "Sign.xml", text -> text.replace("</scr:component>", "</component>"))),
                given("a component without its class", () -> without(good(), "Sign.class")),
                given(
                        "two components of one name",
                        () -> withText(
                                PluginJar.of(ID, "1.0.0")
                                        .with("Sign", CARD)
                                        .with("Post", CARD.replace("Sign", "Post"))
                                        .build(),
                                "Post.xml",
                                text -> text.replace(
                                        "name=\"org.callboard.plugin.e2eclassic.Post",
                                        "name=\"org.callboard.plugin.e2eclassic.Sign"))),
                source(
                        "a component that waits for a configuration",
                        CARD.replace("@Component", "@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)")));
    }

    private static List<Case> classes() {
        return List.of(
                made("a component that is not public", "final class Shape {}"),
                made("a component that is abstract", "public abstract class Shape {}"),
                made("a component that can't be made", "public final class Shape { private Shape() {} }"),
                given("a damaged class", () -> withText(good(), "Sign.class", text -> text.substring(0, 40))),
                given("a class that is none", () -> withEntry(good(), PACKAGE + "Text.class", PluginJar.bytes("text"))),
                made("a component that ends the process", """
                        public final class Shape { void leave() { System.exit(1); } }
                        """),
                given(
                        "a class beside a component that ends the process",
                        () -> PluginJar.of(ID, "1.0.0")
                                .with("Sign", CARD)
                                .with("End", """
                        final class End {
                            java.util.function.IntConsumer way() { return Runtime.getRuntime()::halt; }
                        }
                        """)
                                .build()),
                header("a library that is not in the jar", "Bundle-ClassPath", ".,lib/gone.jar"));
    }

    private static List<Case> copies() {
        return List.of(
                given(
                        "its own copy of the plugin API",
                        () -> withEntry(good(), "org/callboard/api/ui/View.class", CLASS)),
                given(
                        "its own copy of another plugin's API",
                        () -> withEntry(good(), "org/callboard/plugin/e2eoffer/api/Greeter.class", CLASS)),
                given(
                        "its own copy of what endpoints share",
                        () -> withEntry(Plugins.rest(ID, "1.0.0"), "jakarta/ws/rs/Path.class", CLASS)));
    }

    private static List<Case> activators() {
        return List.of(
                header("an activator that is not there", "Bundle-Activator", "org.callboard.plugin.e2eclassic.Gone"),
                header("an activator that is none", "Bundle-Activator", "org.callboard.plugin.e2eclassic.Sign"),
                activator("an activator that throws", "throw new IllegalStateException(\"no luck today\");"),
                activator("an activator that throws an Error", "throw new AssertionError(\"never\");"),
                activator("an activator without end of stack", "start(context);"),
                activator(
                        "an activator that casts what it should not",
                        "Object text = \"text\"; System.out.print((Integer) text);"),
                activator(
                        "an activator that says more than a line",
                        "throw new IllegalStateException(\"one\\ntwo\\u0007\" + \"x\".repeat(100_000));"),
                activator("an activator that hangs", "new java.util.concurrent.CountDownLatch(1).await();"));
    }

    private static List<Case> made() {
        return List.of(
                member("a constructor that throws", "public Sign() { throw new IllegalStateException(\"no luck\"); }"),
                member("an activation that throws", "@Activate void begin() { throw new Error(\"no luck\"); }"),
                member("a static initialiser that throws", "static final int SIZE = Integer.parseInt(\"many\");"),
                given(
                        "a library that was not embedded",
                        () -> without(
                                PluginJar.of(ID, "1.0.0")
                                        .with("Sign", CARD.replace("//more", "public Sign() { new Library(); }"))
                                        .with("Library", "final class Library {}")
                                        .build(),
                                "Library.class")),
                given("a library for a Java of the future", () -> laterLibrary()),
                member("an id that throws", "@Override public String id() { throw new Error(\"no name\"); }"));
    }

    /** In a jar of its own, which is not looked into before. */
    private static byte[] laterLibrary() {
        byte[] jar = PluginJar.of(ID, "1.0.0")
                .with("Sign", CARD.replace("//more", "public Sign() { new Library(); }"))
                .with("Library", "final class Library {}")
                .build();
        byte[] library = JarSurgery.entries(jar).get(PACKAGE + "Library.class");
        library[7] = 99 + 44 - 256;
        byte[] inner = ForgedZip.empty()
                .add(new ForgedZip.Entry(PACKAGE + "Library.class", library))
                .bytes();
        return withHeader(
                withEntry(without(jar, "Library.class"), "lib/library.jar", inner),
                "Bundle-ClassPath",
                ".,lib/library.jar");
    }

    private static List<Case> services() {
        return List.of(
                member("a service that nobody offers", "@Reference java.util.concurrent.Executor executor;"),
                given(
                        "a service of an installed plugin that it does not offer",
                        () -> withHeader(
                                withText(
                                        good(),
                                        "Sign.xml",
                                        text -> text.replace(
                                                "<implementation",
                                                "<reference name=\"greeter\" interface=\"" + NEIGHBOURS_API
                                                        + ".Greeter\"/><implementation")),
                                "Import-Package",
                                imports(good()) + "," + NEIGHBOURS_API)),
                given(
                        "components that wait for each other",
                        () -> PluginJar.of(ID, "1.0.0")
                                .with(
                                        "Hen",
                                        "@Component(service = Hen.class) public final class Hen { @Reference Egg egg; }")
                                .with(
                                        "Egg",
                                        "@Component(service = Egg.class) public final class Egg { @Reference Hen hen; }")
                                .build()),
                given(
                        "a component that waits for one that waits",
                        () -> PluginJar.of(ID, "1.0.0")
                                .with(
                                        "Cart",
                                        "@Component(service = Cart.class) public final class Cart { @Reference Horse h; }")
                                .with(
                                        "Horse",
                                        "@Component(service = Horse.class) public final class Horse {"
                                                + " @Reference java.util.concurrent.Executor executor; }")
                                .build()),
                given(
                        "two extensions of one id",
                        () -> PluginJar.of(ID, "1.0.0")
                                .with(
                                        "Sign",
                                        CARD.replace("//more", "@Override public String id() { return \"one\"; }"))
                                .with(
                                        "Post",
                                        CARD.replace("//more", "@Override public String id() { return \"one\"; }")
                                                .replace("Sign", "Post"))
                                .build()));
    }

    private static List<Case> routes() {
        return List.of(
                endpoint("a path outside its own", "/anywhere"),
                endpoint("the path of the sign-in", "/signin"),
                endpoint("the path of another plugin", "/api/catalog"));
    }

    /** {@return a jar of the plugin with which nothing is wrong} */
    static byte[] good() {
        return GOOD.clone();
    }

    static String imports(byte[] jar) {
        return new String(JarSurgery.entries(jar).get("META-INF/MANIFEST.MF"), java.nio.charset.StandardCharsets.UTF_8)
                .replace("\r\n ", "")
                .lines()
                .filter(line -> line.startsWith("Import-Package: "))
                .findFirst()
                .orElseThrow()
                .substring("Import-Package: ".length());
    }

    static Case given(String name, Supplier<byte[]> jar) {
        return new Case(name, jar, List.of());
    }

    private static Case importing(String name, String clause) {
        return given(name, () -> withHeader(good(), "Import-Package", clause));
    }

    private static Case header(String name, String header, String value) {
        return given(name, () -> withHeader(good(), header, value));
    }

    private static Case source(String name, String source) {
        return given(name, () -> PluginJar.of(ID, "1.0.0").with("Sign", source).build());
    }

    private static Case member(String name, String member) {
        return source(name, CARD.replace("//more", member));
    }

    /** What no build would do: the component's file names another class. */
    private static Case made(String name, String shape) {
        return given(
                name,
                () -> withText(
                        PluginJar.of(ID, "1.0.0")
                                .with("Sign", CARD)
                                .with("Shape", shape)
                                .build(),
                        "Sign.xml",
                        text -> text.replace(
                                "implementation class=\"org.callboard.plugin.e2eclassic.Sign",
                                "implementation class=\"org.callboard.plugin.e2eclassic.Shape")));
    }

    private static Case activator(String name, String body) {
        return given(
                name,
                () -> PluginJar.of(ID, "1.0.0")
                        .with("Start", BadJars.ACTIVATOR.formatted(body))
                        .header("Bundle-Activator", "org.callboard.plugin.e2eclassic.Start")
                        .build());
    }

    private static Case endpoint(String name, String path) {
        return given(
                name,
                () -> PluginJar.of(ID, "1.0.0")
                        .with("Door", """
                        @Component
                        public final class Door implements HttpEndpoint {
                            @Override public List<Route> routes() { return List.of(new Route("%s", "portal.use")); }
                            @Override public void handle(Caller caller, jakarta.servlet.http.HttpServletRequest request,
                                    jakarta.servlet.http.HttpServletResponse response) {}
                        }
                        """.formatted(path))
                        .build());
    }
}
