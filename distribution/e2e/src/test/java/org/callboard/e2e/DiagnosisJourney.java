package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the portal says of a plugin that does not come to run: to the letter, and in words that its author understands. */
class DiagnosisJourney {

    /** Signs of filters, names out of the framework's inside, and stack traces. */
    private static final Pattern FRAMEWORK = Pattern.compile(
            "\\tat |Caused by|\\(&|\\(\\||>=|:=|org\\.apache\\.felix|org\\.osgi\\.framework\\.Bundle|BundleException|ComponentException|\\[\\d+]");

    private static final int LONGEST_LINE = 160;
    private static final int MOST_LINES = 5;

    @AutoClose
    private static PortalProcess portal;

    private static Client client;
    private static final GoldenDiagnoses GOLDEN = GoldenDiagnoses.read();

    @BeforeAll
    static void start(@TempDir Path root) {
        portal = PortalProcess.start(PortalFolder.in(root));
        client = portal.filled();
        client.install(ClassicFailures.neighbour()).expect(201);
    }

    @AfterAll
    static void keep() {
        GOLDEN.writeIfAsked();
    }

    static Stream<BadJars.Case> cases() {
        return ClassicFailures.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void saysWhatWhyAndWhatToDo(BadJars.Case given) {
        Answer refused = client.install(given.jar().get()).expect(422);
        assertReadable(refused);
        GOLDEN.check(given.name(), refused);
        client.get("/api/plugins/" + ClassicFailures.ID).expectError(404);
        client.get("/health/ready").expect(200);
    }

    private static void assertReadable(Answer refused) {
        String said = refused.message() + "\n" + refused.hint();
        assertFalse(FRAMEWORK.matcher(said).find(), () -> "It speaks of the framework: " + said);
        assertFalse(refused.hint().isBlank(), () -> "It does not say what to do: " + said);
        int lines = 0;
        for (String sentence : said.split("\n", -1)) {
            lines += 1 + sentence.length() / LONGEST_LINE;
        }
        assertTrue(lines <= MOST_LINES, () -> "It is longer than " + MOST_LINES + " lines: " + said);
    }

    @Test
    void namesBothPluginsThatNeedEachOther() {
        client.install(needing("e2e-hen", "e2e-egg")).expectError(422);
        Answer refused = client.install(needing("e2e-egg", "e2e-hen")).expectError(422);
        assertReadable(refused);
        GOLDEN.check("two plugins that need each other", refused);
    }

    private static byte[] needing(String id, String other) {
        return PluginJar.of(id, "1.0.0")
                .withApi("Thing", "public interface Thing {}")
                .header("Import-Package", "org.callboard.plugin." + other.replace("-", "") + ".api")
                .build();
    }

    @Test
    void namesTheRingThatAnUpgradeWouldClose() {
        byte[] base = PluginJar.of("e2e-base", "1.0.0")
                .withApi("Thing", "public interface Thing {}")
                .header("Import-Package", "!org.callboard.plugin.*,*")
                .build();
        client.install(base).expect(201);
        client.install(needing("e2e-upper", "e2e-base")).expect(201);
        byte[] closing = JarSurgery.withHeader(
                JarSurgery.withHeader(base, "Bundle-Version", "2.0.0"),
                "Import-Package",
                "org.callboard.plugin.e2eupper.api");
        Answer refused = client.install(closing).expectError(422);
        assertReadable(refused);
        GOLDEN.check("a plugin that would need one that needs it", refused);
        client.delete("/api/plugins/e2e-upper").expect(204);
        client.delete("/api/plugins/e2e-base").expect(204);
    }

    @Test
    void wiresAPluginToTheRevisionThatServesWhileTheFormerOneEnds() {
        client.install(lending("1.0.0")).expect(201);
        CompletableFuture<Answer> slow = client.getLater("/api/e2e-lender/slow");
        client.install(lending("2.0.0")).expect(200);
        client.install(borrowing()).expect(201);
        assertEquals("2.0.0", client.get("/api/e2e-borrower").expect(200).text());
        assertEquals("1.0.0", slow.join().expect(200).text());
        assertEquals("2.0.0", client.get("/api/e2e-borrower").expect(200).text());
        client.delete("/api/plugins/e2e-borrower").expect(204);
        client.delete("/api/plugins/e2e-lender").expect(204);
    }

    private static byte[] lending(String version) {
        return PluginJar.of("e2e-lender", version)
                .withApi("Thing", "public interface Thing { String VERSION = \"" + version + "\"; }")
                .with("Words", """
                        @Component
                        @Path("/")
                        public final class Words implements RestResource {
                            @GET @Path("slow") @Produces("text/plain") @RequiresPermission("portal.use")
                            public String slow() throws InterruptedException {
                                Thread.sleep(1_500);
                                return "%s";
                            }
                        }
                        """.formatted(version))
                .header("Import-Package", "!org.callboard.plugin.*,*")
                .header("Export-Package", "org.callboard.plugin.e2elender.api;version=\"1.0.0\"")
                .build();
    }

    private static byte[] borrowing() {
        return PluginJar.of("e2e-borrower", "1.0.0")
                .with("Words", """
                        @Component
                        @Path("/")
                        public final class Words implements RestResource {
                            @GET @Produces("text/plain") @RequiresPermission("portal.use")
                            public String version() throws ReflectiveOperationException {
                                return (String) Class.forName("org.callboard.plugin.e2elender.api.Thing")
                                        .getField("VERSION").get(null);
                            }
                        }
                        """)
                .header("Import-Package", "org.callboard.plugin.e2elender.api,*")
                .build();
    }

    @Test
    void takesWhatIsHarmless() {
        byte[] jar = ClassicFailures.good();
        byte[] other = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, 61};
        for (String copy : new String[] {"org/slf4j/Own", "com/fasterxml/jackson/Own", "jakarta/inject/Own"}) {
            jar = JarSurgery.withEntry(jar, copy + ".class", other);
        }
        jar = JarSurgery.withHeader(
                jar, "Import-Package", ClassicFailures.imports(jar) + ",com.nowhere.api;resolution:=optional");
        jar = JarSurgery.withHeader(jar, "Bundle-Name", "<b>bold</b>\u0007\u202e" + "n".repeat(1_000));
        Answer installed = client.install(jar).expect(201);
        String title = installed.json().path("title").asText();
        assertTrue(title.startsWith("<b>bold</b>  nnn"), title);
        assertTrue(title.length() < 210, title);
        client.delete("/api/plugins/" + ClassicFailures.ID).expect(204);
    }

    @Test
    void hasNoMessageThatNothingLeadsTo() {
        assumeFalse(GoldenDiagnoses.WRITES, "the file is being written");
        Set<String> names = new TreeSet<>();
        cases().forEach(given -> names.add(given.name()));
        names.add("two plugins that need each other");
        names.add("a plugin that would need one that needs it");
        assertEquals(names, GOLDEN.names());
    }
}
