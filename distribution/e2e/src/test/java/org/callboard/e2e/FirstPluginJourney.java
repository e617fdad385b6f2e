package org.callboard.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.testkit.run.InstalledBrowser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A team with nothing but a JDK, Maven and the product writes its first plugin; the portal is its only source of ours. */
class FirstPluginJourney {

    private static final String JAVA = "src/main/java/org/callboard/plugin/helloteam/";
    private static final String TESTS = "src/test/java/org/callboard/plugin/helloteam/";

    private static final String FAILSAFE = "org.apache.maven.plugins:maven-failsafe-plugin:";
    private static final String PAGE = JAVA + "GreetingsPage.java";

    /** What an author gets wrong in a source file, and what the open page says then. */
    private record Mistake(String right, String wrong, String told) {}

    private static final List<Mistake> MISTAKES = List.of(
            new Mistake("View.empty()", "View.nothing()", "GreetingsPage.java"),
            new Mistake(
                    "@Reference Configuration configuration)",
                    "@Reference Configuration configuration, @Reference java.util.concurrent.Callable<String> nobody)",
                    "java.util.concurrent.Callable"),
            new Mistake(
                    "this.tables = tables;",
                    "this.tables = java.util.Objects.requireNonNull(null, \"no luck today\");",
                    "no luck today"));

    private static final Path GUIDE = Path.of("../docs/plugin-guide.md");

    private static BareMachine machine;

    @AutoClose
    private static PortalProcess portal;

    private Author author;

    @BeforeAll
    static void goFromNothingToAPage(@TempDir Path root) throws IOException {
        machine = BareMachine.from(root);
        System.out.println(machine.out());
        portal = PortalProcess.start(PortalFolder.in(Files.createDirectory(root.resolve("portal"))));
        portal.filled();
    }

    @BeforeEach
    void sitDown(@TempDir Path work) {
        author = new Author(portal, work, machine.repository());
    }

    @Test
    void needsNothingButTheZip() throws IOException {
        assertEquals(0, machine.exitCode(), machine::out);
        assertTrue(machine.out().contains("mvn callboard:deploy"), machine::out);
        String built = Files.readString(machine.folder().resolve("package.log"));
        assertTrue(built.contains("Tests run: 8, Failures: 0"), built);
    }

    @Test
    void seesItsPageInTheBrowser() {
        InstalledBrowser.require();
        assertTrue(machine.out().contains("its page in the browser"), machine::out);
    }

    /** What was downloaded once is enough from then on. */
    @ParameterizedTest(name = "plugin new {1}")
    @CsvSource({
        "made-bare, --bare, entity.card hello-card",
        "made-whole, --tier2, catalog.provider hello-provider; entity.card hello-card; entity.card.element tally-card; page greetings-page; rest.resource greeting-resource",
    })
    void buildsAndDeploysWhatEachTemplateMakesWithoutTheNetwork(String id, String options, String expected) {
        String out = Author.built(author.project(id, options.split(" ")), "-o", "callboard:deploy");
        assertTrue(out.matches("(?s).*" + id + " 1\\.0\\.0\\.\\d+ is ACTIVE at " + portal.address() + ".*"), out);
        JsonNode plugin =
                portal.administrator().get("/api/plugins/" + id).expect(200).json();
        Set<String> contributed = new TreeSet<>();
        plugin.path("contributes")
                .forEach(each -> contributed.add(
                        each.path("point").asText() + " " + each.path("id").asText()));
        assertEquals(expected, String.join("; ", contributed));
        portal.administrator().delete("/api/plugins/" + id).expect(204);
    }

    /** As the guide says it, word by word. */
    @Test
    void makesTheSameProjectByMavensGenerator(@TempDir Path folder) {
        Path byCommand = author.project("hello-team").folder();
        String version = found("<version>(\\S+)</version>", PortalFolder.read(byCommand.resolve("pom.xml")));
        String said = found("(?s)\n    mvn (\\S+:generate .*?)\n\n", PortalFolder.read(GUIDE))
                .replace("\\\n", "")
                .replace("https://portal.example.com", portal.address().toString())
                .replace("<version>", version);
        Author.built(new MavenProcess(folder, machine.repository(), Map.of()), said.split("\\s+"));
        assertEquals(texts(byCommand), texts(folder.resolve("hello-team")));
    }

    private static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), text);
        return matcher.group(1);
    }

    private static Map<String, String> texts(Path project) {
        try (Stream<Path> files = Files.walk(project)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> project.relativize(file).toString(),
                            PortalFolder::read,
                            (one, other) -> one,
                            TreeMap::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The token may come from Maven's settings. */
    @Test
    void changesItWithoutTheNetwork() throws IOException {
        MavenProcess maven = author.project("hello-team", "--owner", "group:default/booking");
        Author.built(maven, "-o", "callboard:deploy");
        assertGreeting("Hello, world.");
        Author.change(maven, JAVA + "GreetingResource.java", "\"Hello, \"", "\"Good day, \"");
        Author.change(maven, TESTS + "GreetingResourceTest.java", "Hello, ", "Good day, ");
        Path settings = Files.writeString(maven.folder().resolve("settings.xml"), """
                <settings><servers><server>
                  <id>callboard</id><username>ci</username><password>%s</password>
                </server></servers></settings>
                """.formatted(
                        portal.folder().token()));
        String out =
                Author.built(maven.with("CALLBOARD_TOKEN", ""), "-o", "-s", settings.toString(), "callboard:deploy");
        assertTrue(out.matches("(?s).*action +replace.*"), out);
        assertGreeting("Good day, world.");
        assertEquals("group:default/booking", portal.administrator().plugin("hello-team", "owner"));
        assertEquals("Hello team", portal.administrator().plugin("hello-team", "title"));
    }

    private static void assertGreeting(String text) {
        assertEquals(
                "{\"text\":\"" + text + "\"}",
                portal.administrator()
                        .get("/api/hello-team/greeting")
                        .expect(200)
                        .text());
    }

    @Test
    void testsItsPageInABrowserOfItsOwn() {
        InstalledBrowser.require();
        MavenProcess maven = author.project("hello-team");
        author.takeDriver();
        Author.change(maven, "pom.xml", "  <repositories>", """
                  <dependencies>
                    <dependency>
                      <groupId>com.microsoft.playwright</groupId>
                      <artifactId>playwright</artifactId>
                    </dependency>
                  </dependencies>

                  <repositories>""");
        PortalFolder.write(
                maven.folder().resolve(TESTS + "PageIT.java"),
                PortalFolder.readBytes(Path.of("src/test/resources/browser/PageIT.java")));
        String home = "-Dcallboard.home=" + Distribution.home();
        String out = Author.built(maven, "verify", home);
        assertTrue(out.matches("(?s).*Tests run: 1, Failures: 0, Errors: 0, Skipped: 0[^\n]*PageIT.*"), out);
        out.lines().filter(line -> line.contains("Time elapsed")).forEach(System.out::println);
        String[] again = {
            "-o",
            FAILSAFE + "integration-test@portal",
            FAILSAFE + "verify@portal",
            home,
            "-Dit.test=PageIT",
            "-Dchromium=/nowhere"
        };
        String skipped = Author.built(maven, again);
        assertTrue(skipped.contains("Skipped: there is no Chromium or Chrome"), skipped);
        assertTrue(skipped.contains("Tests run: 1, Failures: 0, Errors: 0, Skipped: 1"), skipped);
        MavenProcess.Built failed = maven.run(
                Stream.concat(Stream.of(again), Stream.of("-Drequire.all=true")).toArray(String[]::new));
        assertEquals(1, failed.exitCode(), failed::out);
        assertTrue(failed.out().contains("there is no Chromium or Chrome"), failed::out);
    }

    @Test
    void isToldInTheOpenPageWhatIsWrongWithWhatWasSaved(@TempDir Path folder) throws IOException {
        InstalledBrowser.require();
        MavenProcess maven = author.project("hello-team");
        Path out = folder.resolve("dev.out");
        Process dev = maven.start(
                out, "-o", "callboard:dev", "-Dcallboard.port=0", "-Dcallboard.home=" + Distribution.home());
        try (Chromium chromium = Chromium.start()) {
            String link = said(dev, out, "(http\\S+/signin\\?code=\\S+)");
            said(dev, out, "(Saved to live)");
            Page page = chromium.window(ColorScheme.LIGHT).newPage();
            page.navigate(link);
            page.navigate(URI.create(link).resolve("/hello-team").toString());
            page.evaluate("window.stillTheSame = true");
            Locator greet = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Greet"));
            Locator problem =
                    page.getByRole(AriaRole.ALERT, new Page.GetByRoleOptions().setName("Problem with hello-team"));
            for (Mistake mistake : MISTAKES) {
                Author.change(maven, PAGE, mistake.right(), mistake.wrong());
                assertThat(problem).containsText(mistake.told(), new ContainsTextOptions().setTimeout(60_000));
                assertThat(greet).isVisible();
                Author.change(maven, PAGE, mistake.wrong(), mistake.right());
                assertThat(problem).hasCount(0, new HasCountOptions().setTimeout(60_000));
            }
            Author.change(
                    maven, PAGE, "return View.empty()", "if (tables != null) throw new Error(); return View.empty()");
            assertThat(page.getByText("Plugin 'hello-team' failed: Error."))
                    .isVisible(new IsVisibleOptions().setTimeout(60_000));
            Author.change(maven, PAGE, "if (tables != null) throw new Error(); ", "");
            assertThat(greet).isVisible(new IsVisibleOptions().setTimeout(60_000));
            Author.change(maven, PAGE, "View.empty()", "View.empty().text(\"All is well.\")");
            assertThat(page.getByText("All is well.")).isVisible(new IsVisibleOptions().setTimeout(60_000));
            assertEquals(true, page.evaluate("window.stillTheSame"), "The page was loaded again.");
        } finally {
            dev.destroy();
            assertEquals(143, Distribution.exitCode(dev), () -> PortalFolder.read(out));
        }
    }

    private static String said(Process dev, Path out, String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        return Eventually.find(pattern, Duration.ofSeconds(60), () -> {
            if (!dev.isAlive()) {
                throw new AssertionError("It ended:\n" + PortalFolder.read(out));
            }
            return wanted.matcher(PortalFolder.read(out))
                    .results()
                    .map(found -> found.group(1))
                    .findFirst();
        });
    }

    @Test
    void showsABuildToItsAuthorAlone() {
        String service = "/api/web-shell/cards?entity=" + InstalledPlugins.SERVICE;
        MavenProcess maven = author.project("hello-preview");
        String out = Author.built(maven, "-o", "callboard:deploy", "-Dcallboard.preview");
        Matcher key = Pattern.compile("Callboard-Preview: (\\S+)").matcher(out);
        assertTrue(key.find(), out);
        Client seeing = portal.administrator().with("Callboard-Preview", key.group(1));
        assertTrue(seeing.get(service).expect(200).text().contains("Hello preview"));
        assertFalse(portal.administrator().get(service).expect(200).text().contains("Hello preview"));
        Author.built(maven, "-o", "-DskipTests", "callboard:deploy");
        assertEquals("[]", portal.administrator().get("/api/previews").text());
        assertTrue(portal.administrator().get(service).expect(200).text().contains("Hello preview"));
        portal.administrator().delete("/api/plugins/hello-preview").expect(204);
    }

    @Test
    void hearsBeforeADeployWhatWouldBeRefused() {
        MavenProcess maven = author.project("hello-team");
        String[] words = {"-o", "-DskipTests", "-Dcallboard.home=" + Distribution.home(), "callboard:verify"};
        String fine = Author.built(maven, words);
        assertTrue(fine.contains("[INFO]   adds    rest.resource greeting-resource\n"), fine);
        assertTrue(fine.contains("This version of the portal would take it."), fine);
        Author.change(
                maven, JAVA + "GreetingResource.java", "return new Greeting(", "System.exit(1); return new Greeting(");
        MavenProcess.Built refused = maven.run(words);
        assertNotEquals(0, refused.exitCode(), refused::out);
        assertTrue(refused.out().contains("calls System.exit in the method greet"), refused::out);
        assertTrue(refused.out().contains("The portal would refuse the plugin; why stands above."), refused::out);
    }
}
