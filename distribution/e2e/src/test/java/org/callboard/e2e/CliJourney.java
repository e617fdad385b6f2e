package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator works with a running portal on the command line alone. */
class CliJourney {

    private static final String DESCRIPTOR = """
            apiVersion: backstage.io/v1alpha1
            kind: Component
            metadata:
              name: from-the-command-line
            spec:
              type: service
              lifecycle: production
              owner: team
            """;

    private static DescriptorServer descriptors;
    private static PortalProcess portal;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start(@TempDir Path root, @TempDir Path pages) throws IOException {
        Files.writeString(pages.resolve("catalog-info.yaml"), DESCRIPTOR);
        descriptors = new DescriptorServer(pages);
        portal = PortalProcess.start(PortalFolder.with(root, """
                reading:
                  allow:
                    - host: %s
                """.formatted(descriptors.host())));
        portal.filled();
    }

    @AfterAll
    static void stop() {
        portal.close();
        descriptors.close();
    }

    private static Distribution.Ended run(String... words) {
        return runWith(portal.folder().token(), words);
    }

    private static Distribution.Ended runWith(String token, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--url", portal.address().toString()));
        return Distribution.run(Map.of("CALLBOARD_TOKEN", token), line.toArray(String[]::new));
    }

    /** {@return what a command printed, which must have succeeded} */
    private static String out(String... words) {
        Distribution.Ended ended = run(words);
        assertEquals(0, ended.exitCode(), () -> String.join(" ", words) + ": " + ended.errors());
        assertEquals("", ended.errors());
        return ended.out();
    }

    private static JsonNode json(String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of(words));
        line.add("--json");
        return new ObjectMapper().readTree(out(line.toArray(String[]::new)));
    }

    private String file(String name, byte[] content) {
        return PortalFolder.write(folder.resolve(name), content).toString();
    }

    @Test
    void opensAndEndsAPreview() throws IOException {
        String opened = out("plugin", "install", "--preview", file("p.jar", Plugins.rest("cli-preview", "1.0.0")));
        assertTrue(
                opened.matches("Preview of cli-preview 1\\.0\\.0 until \\S+Z; nobody else sees it\\.\n"
                        + "In a browser that is signed in, open http\\S+/api/previews/open\\?key=\\S+\n"
                        + "With a client of your own, send the header Callboard-Preview: \\S+\n"),
                opened);
        assertEquals("The preview of cli-preview is over.\n", out("plugin", "end-preview", "cli-preview"));
    }

    @Test
    void installsReplacesShowsAndRemovesAPlugin() throws IOException {
        assertEquals(
                "cli-word 1.0.0 is ACTIVE.\n",
                out("plugin", "install", file("a.jar", Plugins.rest("cli-word", "1.0.0"))));
        assertEquals(
                "cli-word 2.0.0 is ACTIVE.\n",
                out("plugin", "install", file("b.jar", Plugins.rest("cli-word", "2.0.0"))));
        assertTrue(out("plugin", "list").matches("(?s)ID +VERSION +STATE .*\ncli-word +2\\.0\\.0 +ACTIVE .*"));
        assertTrue(out("plugin", "show", "cli-word").matches("(?s).*owner +group:default/portal.*"));
        assertEquals("2.0.0", json("plugin", "show", "cli-word").path("version").asText());
        assertTrue(json("plugin", "list").size() > 2);
        assertEquals(7, run("plugin", "release", "cli-word").exitCode());
        assertEquals("cli-word is removed.\n", out("plugin", "remove", "cli-word"));
        assertEquals("The name cli-word is free.\n", out("plugin", "release", "cli-word"));
        portal.administrator().get("/api/plugins/cli-word").expectError(404);
    }

    @Test
    void plansRollsBackDisablesAndEnables() throws IOException {
        String first = file("a.jar", Plugins.rest("cli-cycle", "1.0.0"));
        String second = file("b.jar", Plugins.rest("cli-cycle", "2.0.0"));
        assertTrue(out("plugin", "plan", first).matches("(?s)action +install\nid +cli-cycle\nto +1\\.0\\.0\n.*"));
        portal.administrator().get("/api/plugins/cli-cycle").expectError(404);
        String token = json("plugin", "plan", first).path("token").asText();
        assertEquals("cli-cycle 1.0.0 is ACTIVE.\n", out("plugin", "install", "--plan", token, first));
        out("plugin", "install", second);
        Distribution.Ended older = run("plugin", "install", first);
        assertEquals(7, older.exitCode(), older::errors);
        assertEquals(7, run("plugin", "plan", first).exitCode());
        assertEquals("cli-cycle 1.0.0 is ACTIVE.\n", out("plugin", "rollback", "cli-cycle"));
        out("plugin", "install", second);
        assertEquals("cli-cycle 1.0.0 is ACTIVE.\n", out("plugin", "install", "--allow-downgrade", first));
        assertEquals("cli-cycle 1.0.0 is DISABLED.\n", out("plugin", "disable", "cli-cycle"));
        assertEquals("cli-cycle 1.0.0 is ACTIVE.\n", out("plugin", "enable", "cli-cycle"));
    }

    @Test
    void printsTheLogOfAPlugin() throws IOException {
        byte[] jar = PluginJar.of("cli-talks", "1.0.0")
                .with("Talk", LogsJourney.TALK)
                .build();
        portal.administrator().install(jar).expect(201);
        for (int count = 0; count < 3; count++) {
            portal.administrator()
                    .get("/api/cli-talks/say?text=number-" + count)
                    .expect(200);
        }
        String log = out("plugin", "logs", "cli-talks", "--tail", "2");
        assertEquals(2, log.lines().count(), log);
        assertTrue(log.contains("org.callboard.plugin.clitalks.Talk: number-2\n"), log);
        assertEquals(
                "number-2",
                json("plugin", "logs", "cli-talks", "--tail", "1")
                        .at("/0/message")
                        .asText());
    }

    @Test
    void followsTheLogOfAPlugin() throws IOException {
        byte[] jar = PluginJar.of("cli-followed", "1.0.0")
                .with("Talk", LogsJourney.TALK)
                .build();
        portal.administrator().install(jar).expect(201);
        portal.administrator().get("/api/cli-followed/say?text=earlier").expect(200);
        ProcessBuilder builder = Distribution.command(
                "plugin",
                "logs",
                "--follow",
                "cli-followed",
                "--url",
                portal.address().toString());
        builder.environment().put("CALLBOARD_TOKEN", portal.folder().token());
        Process process = builder.start();
        try (var reader = process.inputReader()) {
            assertTrue(String.valueOf(reader.readLine()).endsWith(": earlier"));
            portal.administrator().get("/api/cli-followed/say?text=later").expect(200);
            assertTrue(String.valueOf(reader.readLine()).endsWith(": later"));
        } finally {
            process.destroy();
            Distribution.exitCode(process);
        }
    }

    @Test
    void queriesTheCatalog() throws IOException {
        String table = out("catalog", "query", "--filter", "kind=component,spec.type=service", "--limit", "2");
        assertTrue(table.startsWith("ENTITY"), table);
        assertEquals(4, table.lines().count(), table);
        assertTrue(table.contains("2 of "), table);
        String found = out("catalog", "query", "--text", "Booking Service", "--filter", "kind=component");
        assertTrue(found.matches("(?s).*\ncomponent:default/booking-service +service +booking .*"), found);
        JsonNode page = json("catalog", "query", "--filter", "kind=group", "--limit", "1");
        assertEquals("Group", page.at("/items/0/kind").asText());
        assertTrue(page.at("/items/0/relations").isArray());
    }

    @Test
    void makesListsAndRevokesTokens() throws IOException {
        Distribution.Ended made = run(
                "token",
                "create",
                "cli-ci",
                "--permission",
                "plugin.read",
                "--permission",
                "task.read",
                "--expires",
                "30d");
        assertEquals(0, made.exitCode(), made::errors);
        assertTrue(made.errors().startsWith("It is shown this once, and good until "), made::errors);
        String token = made.out().strip();
        assertEquals(0, runWith(token, "plugin", "list").exitCode());
        Distribution.Ended refused = runWith(token, "catalog", "query");
        assertEquals(9, refused.exitCode());
        assertTrue(refused.errors().contains("catalog.entity.read"), refused::errors);
        String list = out("token", "list");
        assertTrue(list.matches("(?s)NAME +OWNER +STATE .*cli-ci +user:default/admin +GOOD .*"), list);
        assertEquals("plugin.read", json("token", "list").at("/0/permissions/0").asText());
        assertEquals("The token cli-ci is revoked.\n", out("token", "revoke", "cli-ci"));
        assertEquals(9, runWith(token, "plugin", "list").exitCode());
        assertTrue(out("token", "list").contains(" REVOKED "));
        assertEquals(7, run("token", "revoke", "nobody").exitCode());
    }

    @Test
    void registersALocation() {
        Distribution.Ended refused = run("catalog", "register", "https://example.com/catalog-info.yaml");
        assertEquals(7, refused.exitCode(), refused::errors);
        assertTrue(refused.errors().contains("reading.allow"), refused::errors);
        String target = "http://" + descriptors.host() + "/catalog-info.yaml";
        String registered = out("catalog", "register", target);
        assertTrue(registered.startsWith("Registered " + target + " as "), registered);
        Eventually.holds(
                "the registered component",
                Duration.ofSeconds(30),
                () -> out("catalog", "query", "--text", "from-the-command").contains("component:default/from-the"));
    }

    @Test
    void saysWhatThePortalRefusesInItsWords() {
        byte[] bad = PluginJar.bytes("no jar at all");
        String jar = file("bad.jar", bad);
        String message = portal.administrator().install(bad).expectError(422).message();
        Distribution.Ended refused = run("plugin", "install", jar);
        assertEquals(7, refused.exitCode(), refused::errors);
        assertTrue(refused.errors().startsWith(message + "\n  "), refused::errors);
        assertTrue(refused.errors().lines().count() <= 5, refused::errors);
        assertEquals("", refused.out());
        for (Distribution.Ended unknown : List.of(
                run("plugin", "show", "nobody"), run("plugin", "logs", "nobody"), run("plugin", "remove", "x"))) {
            assertEquals(7, unknown.exitCode(), unknown::errors);
            assertTrue(unknown.errors().startsWith("There is no plugin '"), unknown::errors);
        }
        assertEquals(7, run("plugin", "remove", "web-shell").exitCode());
    }

    @Test
    void tellsApartWhyNothingWasDone() {
        assertEquals(9, runWith("wrong", "plugin", "list").exitCode());
        assertEquals(6, run("plugin", "install", folder + "/none.jar").exitCode());
        assertEquals(2, run("plugin", "show").exitCode());
        Distribution.Ended nobody =
                Distribution.run(Map.of("CALLBOARD_TOKEN", "any"), "plugin", "list", "--url", "http://127.0.0.1:1");
        assertEquals(8, nobody.exitCode(), nobody::errors);
        assertFalse(nobody.errors().contains("Exception"), nobody::errors);
    }

    private static byte[] till(String version) {
        return PluginJar.of("cli-till", version)
                .with("Count", """
                        @Component
                        public final class Count implements org.callboard.api.cli.CliCommand {
                            @Override public String title() { return "Counts what it is given"; }
                            @Override public List<Input> parameters() {
                                return List.of(Input.choice("unit", "What to count", List.of("lines", "letters")).required(),
                                        Input.number("most", "How many there may be"));
                            }
                            @Override public StandardInput standardInput() { return StandardInput.READ; }
                            @Override public org.callboard.api.cli.CliAnswer run(org.callboard.api.cli.CliRequest request) {
                                String unit = request.values().text("unit");
                                long count = unit.equals("lines") ? request.input().lines().count() : request.input().length();
                                boolean isOver = request.values().number("most").filter(most -> count > most.longValue()).isPresent();
                                return org.callboard.api.cli.CliAnswer.table(List.of("UNIT", "COUNT"),
                                        List.of(List.of(unit, Long.toString(count)))).exitCode(isOver ? 42 : 0);
                            }
                        }
                        """)
                .with("Guarded", """
                        @Component
                        public final class Guarded implements org.callboard.api.cli.CliCommand {
                            @Override public String permission() { return "plugin.manage"; }
                            @Override public org.callboard.api.cli.CliAnswer run(org.callboard.api.cli.CliRequest request) {
                                throw new IllegalStateException("torn");
                            }
                        }
                        """)
                .build();
    }

    @Test
    void runsTheCommandsThatPluginsOffer() {
        out("plugin", "install", file("till.jar", till("1.0.0")));
        Path piped = Path.of(file("piped.txt", PluginJar.bytes("one\ntwo\n")));
        Map<String, String> token = Map.of("CALLBOARD_TOKEN", portal.folder().token());
        String url = portal.address().toString();
        Distribution.Ended counted =
                Distribution.runReading(piped, token, "cli-till", "count", "lines", "--most=1", "--url", url);
        assertEquals("UNIT   COUNT\nlines  2\n", counted.out(), counted::errors);
        assertEquals(42, counted.exitCode());
        Distribution.Ended faulty = Distribution.runReading(piped, token, "cli-till", "count", "miles", "--url", url);
        assertEquals(7, faulty.exitCode(), faulty::errors);
        assertTrue(faulty.errors().startsWith("--unit: "), faulty::errors);
        assertTrue(run("help").errors().contains("  callboard cli-till count    Counts what it is given\n"));
        assertTrue(out("cli-till", "count", "--help")
                .startsWith("usage: callboard cli-till count --unit CHOICE [--most NUMBER] < INPUT\n"));
        Distribution.Ended torn = run("cli-till", "guarded");
        assertEquals(1, torn.exitCode(), torn::errors);
        assertTrue(torn.errors().contains("cli-till") && !torn.errors().contains("\tat "), torn::errors);
        out("plugin", "remove", "cli-till");
        Distribution.Ended gone = run("cli-till", "count", "lines");
        assertEquals(2, gone.exitCode());
        assertTrue(gone.errors().startsWith("There is no command 'cli-till'"), gone::errors);
    }

    @Test
    void offersATokenWhatItMayRunAndSaysWhenNobodyAnswers() throws IOException {
        out("plugin", "install", file("till.jar", till("1.0.0")));
        String few = json("token", "create", "--permission", "portal.use", "cli-few")
                .path("token")
                .asText();
        String url = portal.address().toString();
        assertFalse(runWith(few, "help").errors().contains("cli-till guarded"));
        assertEquals(2, runWith(few, "cli-till", "guarded").exitCode());
        Distribution.Ended stranger =
                Distribution.run(Map.of("CALLBOARD_TOKEN", "nobody"), "cli-till", "count", "lines", "--url", url);
        assertEquals(9, stranger.exitCode(), stranger::errors);
        Distribution.Ended alone = Distribution.run(
                Map.of("CALLBOARD_TOKEN", few),
                "cli-till",
                "count",
                "--url",
                "http://127.0.0.1:" + Distribution.freePort());
        assertEquals(8, alone.exitCode());
        assertTrue(alone.errors().contains("No portal answers at"), alone::errors);
        out("plugin", "remove", "cli-till");
    }
}
