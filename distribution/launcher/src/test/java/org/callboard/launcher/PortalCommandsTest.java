package org.callboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.callboard.launcher.Options.UsageException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands send, and what they make of the answers, with a server that answers what the test says. */
class PortalCommandsTest {

    private static final String LEDGER = """
            {"id":"ledger","version":"1.2.0","title":"Ledger\\u001b[31m","owner":"group:default/money","state":"ACTIVE",
             "since":"2026-11-21T10:00:00.123456Z","digest":"sha256:ab","mandatory":false,"diagnosis":null,
             "candidate":{"version":"2.0.0","digest":"sha256:cd","state":"FAILED",
               "diagnosis":{"summary":"It was refused.","cause":"It lacks a package.","fix":"Embed it."}},
             "previous":[{"version":"1.1.0","digest":"sha256:00"}],
             "contributes":[{"point":"entity.card","id":"sum","title":"Sum"}],"load":{"requests":7,"errors":0}}
            """;

    private final List<String> requests = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private String body = "";
    private HttpServer server;
    private int status = 200;
    private String answer = "{}";
    private ExitCode code = ExitCode.OK;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        int length = sent.length;
        body = new String(sent, StandardCharsets.UTF_8);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + length + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String run(String line) throws CommandException, UsageException {
        List<String> words = List.of(line.split(" "));
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        PortalClient portal = new PortalClient(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                new Token(Map.of("CALLBOARD_TOKEN", "secret"), Path.of("none")));
        Words parsed = Words.parse(words.get(0), words.subList(1, words.size()));
        if (words.get(0).equals("plugin")) {
            new PluginCommands(portal, out).run(parsed);
        } else if (words.get(0).equals("token")) {
            new TokenCommands(portal, out, new PrintStream(said, true, StandardCharsets.UTF_8)).run(parsed);
        } else if (words.get(0).equals("person")) {
            new PersonCommands(portal, out).run(parsed);
        } else if (words.get(0).equals("audit")) {
            code = new AuditCommands(portal, out).run(parsed);
        } else {
            new CatalogCommands(portal, out).run(parsed);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private CommandException failed(String line) {
        return assertThrows(CommandException.class, () -> run(line));
    }

    @Test
    void listsPluginsInColumnsWithWhatIsWrongBelow() throws Exception {
        answer = "[" + LEDGER + """
                ,{"id":"b","version":"1","title":"B","state":"FAILED","since":"2026-11-21T10:00:00Z",
                 "diagnosis":{"summary":"It failed.","cause":"A wire broke.","fix":"Mend it."}}]
                """;
        assertEquals("""
                ID      VERSION  STATE   SINCE                 TITLE
                ledger  1.2.0    ACTIVE  2026-11-21T10:00:00Z  Ledger [31m
                b       1        FAILED  2026-11-21T10:00:00Z  B

                It failed.
                  A wire broke.
                  Mend it.
                """, run("plugin list"));
        assertEquals(List.of("GET /api/plugins 0 Bearer secret"), requests);
    }

    @Test
    void saysOfInstalledPluginsWhoseWouldBeRefused() throws Exception {
        InstalledPluginsPage.print(Tree.parse("""
                        [{"id":"ledger","version":"1.2.0","owner":"group:default/money","state":"ACTIVE","verdict":"refused",
                          "diagnosis":{"summary":"It does not fit.","cause":"A method is gone.","fix":"Build it anew."}},
                         {"id":"b","version":"1","owner":"","state":"DISABLED","verdict":"fits","diagnosis":null},
                         {"id":"web-shell","version":"0.1.0","owner":"group:default/portal","state":"ACTIVE","verdict":"shipped"}]
                        """), new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertEquals("""
                ID         VERSION  OWNER                 STATE     ON THIS VERSION
                ledger     1.2.0    group:default/money   ACTIVE    REFUSED
                b          1        -                     DISABLED  runs
                web-shell  0.1.0    group:default/portal  ACTIVE    comes with this version

                It does not fit.
                  A method is gone.
                  Build it anew.

                This version would refuse 1 of 3 plugins, of group:default/money.
                """, printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void listsActsInColumnsAndSaysThatThereAreMore() throws Exception {
        answer = """
                {"items":[{"number":7,"at":"2026-06-01T00:00:00Z","caller":"user:default/mara","through":"token",
                  "plugin":"catalog-api","act":"catalog.location.create","subject":"url:x","outcome":"DONE","detail":null}],
                 "nextCursor":"7"}
                """;
        assertEquals("""
                NUMBER  AT                    CALLER             THROUGH              ACT                      SUBJECT  OUTCOME  DETAIL
                7       2026-06-01T00:00:00Z  user:default/mara  token (catalog-api)  catalog.location.create  url:x    DONE
                There are older ones; --limit shows more, and 'audit export' all.
                """, run("audit list --limit 1 --caller user:* --from 2026-06-01"));
        assertEquals(List.of("GET /api/audit?limit=1&caller=user%3A*&from=2026-06-01 0 Bearer secret"), requests);
        assertThrows(UsageException.class, () -> run("audit list more"));
        assertThrows(UsageException.class, () -> run("audit export --limit 5"));
        assertThrows(UsageException.class, () -> run("audit forget"));
    }

    @Test
    void exportsTheLinesAsTheyCome() throws Exception {
        answer = "{\"number\":1}\n{\"number\":2}\n";
        assertEquals(answer, run("audit export --act plugin.*"));
        assertEquals(List.of("GET /api/audit?act=plugin.* 0 Bearer secret"), requests);
    }

    @Test
    void tellsByItsExitCodeWhetherTheAuditLogIsWhole() throws Exception {
        answer = """
                {"intact":true,"rows":12,"before":{"number":0,"hash":"00"},"head":{"number":12,"hash":"ab"},"broken":null}
                """;
        assertEquals("The audit log is as it was written: 12 rows.\nhead 12:ab\n", run("audit verify --head 9:cd"));
        assertEquals(ExitCode.OK, code);
        assertEquals(List.of("GET /api/audit/verify?head=9%3Acd 0 Bearer secret"), requests);
        printed.reset();
        answer = """
                {"intact":false,"rows":12,"head":{"number":12,"hash":"ab"},
                 "broken":{"number":5,"kind":"REMOVED","message":"Row 5 was removed."}}
                """;
        assertEquals("The audit log is not as it was written. Row 5 was removed.\nhead 12:ab\n", run("audit verify"));
        assertEquals(ExitCode.BROKEN, code);
    }

    @Test
    void showsWhatIsKnownOfAPlugin() throws Exception {
        answer = LEDGER;
        String page = run("plugin show ledger");
        for (String line : List.of(
                "candidate    2.0.0 FAILED",
                "previous     1.1.0",
                "contributes  entity.card sum Sum",
                "requests     7",
                "mandatory    false",
                "\nIt was refused.\n  It lacks a package.\n  Embed it.\n")) {
            assertTrue(page.contains(line), page);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rollback", "disable", "enable"})
    void actsOnAPluginAndSaysWhatItIsNow(String act) throws Exception {
        answer = LEDGER;
        String said = run("plugin " + act + " ledger");
        assertTrue(said.startsWith("ledger 1.2.0 is ACTIVE.\n"), said);
        assertEquals(List.of("POST /api/plugins/ledger/" + act + " 0 Bearer secret"), requests);
    }

    @Test
    void sendsAJarToBePlannedAndShowsThePlan(@TempDir Path folder) throws Exception {
        Path jar = Files.writeString(folder.resolve("x.jar"), "12345");
        answer = """
                {"action":"replace","id":"ledger","from":"1.2.0","to":"2.0.0","stops":["cost"],"starts":[],
                 "adds":[{"point":"page","id":"sums"}],"changes":[{"point":"entity.card","id":"sum","title":"Sum"}],"removes":[],
                 "asks":[{"kind":"table","name":"ledger_sum"}],"diagnosis":null,"token":"a1"}
                """;
        assertEquals("""
                action   replace
                id       ledger
                from     1.2.0
                to       2.0.0
                stops    cost
                adds     page sums
                changes  entity.card sum Sum
                asks     table ledger_sum
                token    a1
                """, run("plugin plan " + jar));
        assertEquals(List.of("POST /api/plugins?dryRun=true 5 Bearer secret"), requests);
    }

    @Test
    void aPlanThatRefusesIsARefusal(@TempDir Path folder) throws Exception {
        Path jar = Files.writeString(folder.resolve("x.jar"), "12345");
        answer = """
                {"action":"refuse","id":"ledger","diagnosis":{"summary":"No.","cause":"Because.","fix":"Else."}}
                """;
        assertEquals(ExitCode.REFUSED, failed("plugin plan " + jar).code());
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("No.\n  Because.\n  Else.\n"));
    }

    @Test
    void asksForADowngradeOnlyWhenTold(@TempDir Path folder) throws Exception {
        Path jar = Files.writeString(folder.resolve("x.jar"), "12345");
        answer = LEDGER;
        run("plugin install " + jar);
        run("plugin install --allow-downgrade " + jar);
        assertEquals(
                List.of("POST /api/plugins 5 Bearer secret", "POST /api/plugins?downgrade=allow 5 Bearer secret"),
                requests);
    }

    @Test
    void installsWhatAPlanSaidAndNothingElse(@TempDir Path folder) throws Exception {
        Path jar = Files.writeString(folder.resolve("x.jar"), "12345");
        answer = LEDGER;
        run("plugin install --plan a/1 " + jar);
        assertEquals(List.of("POST /api/plugins?plan=a%2F1 5 Bearer secret"), requests);
    }

    @Test
    void aFileThatIsNotThereIsSaidWithoutAskingThePortal() {
        assertEquals(
                ExitCode.UNREADABLE, failed("plugin install /no/such/file.jar").code());
        assertEquals(List.of(), requests);
    }

    @Test
    void printsThePortalsOwnAnswerWhenAsked() throws Exception {
        answer = LEDGER;
        assertEquals(LEDGER + "\n", run("plugin show ledger --json"));
    }

    @Test
    void removes() throws Exception {
        status = 204;
        answer = "";
        assertEquals("a/b is removed.\n", run("plugin remove a/b"));
        assertEquals(List.of("DELETE /api/plugins/a%2Fb 0 Bearer secret"), requests);
    }

    @ParameterizedTest
    @CsvSource({"400,REFUSED", "401,NOT_ALLOWED", "403,NOT_ALLOWED", "409,REFUSED", "422,REFUSED", "503,FAILED"})
    void saysWhatThePortalSaysWithACodeForItsClass(int given, ExitCode code) {
        status = given;
        answer = "{\"error\":{\"name\":\"X\",\"message\":\"It can't be.\",\"hint\":\"Try another.\"}}";
        CommandException failure = failed("plugin show ledger");
        assertEquals(code, failure.code());
        assertEquals("It can't be." + System.lineSeparator() + "  Try another.", failure.getMessage());
    }

    @Test
    void namesTheStatusWhereTheAnswerIsNoneOfAPortals() {
        status = 502;
        answer = "<html>Bad gateway</html>";
        assertEquals(
                "The portal answered HTTP 502.", failed("plugin show ledger").getMessage());
        status = 200;
        assertEquals(ExitCode.FAILED, failed("plugin show ledger").code());
    }

    @Test
    void saysThatNoPortalAnswers() {
        server.stop(0);
        CommandException failure = failed("plugin list");
        assertEquals(ExitCode.UNREACHABLE, failure.code());
        assertTrue(failure.getMessage().contains("127.0.0.1"), failure.getMessage());
    }

    @Test
    void printsLogLinesAndStackTracesWithoutWhatMovesACursor() throws Exception {
        answer = """
                [{"at":"2026-11-21T10:00:00Z","level":"INFO","logger":"a.B","thread":"t","message":"m\\u001b\\n1"},
                 {"at":"2026-11-21T10:00:01Z","level":"ERROR","logger":"a.B","thread":"t","message":"n",
                  "thrown":"X: y\\n    at z"}]
                """;
        assertEquals("""
                2026-11-21T10:00:00Z INFO  [t] a.B: m  1
                2026-11-21T10:00:01Z ERROR [t] a.B: n
                \tX: y
                \t    at z
                """, run("plugin logs ledger --tail 5"));
        assertEquals(List.of("GET /api/plugins/ledger/logs?tail=5 0 Bearer secret"), requests);
    }

    @Test
    void followsALogUntilThePortalEndsIt() {
        answer = """
                : here it begins

                event: line
                data: {"at":"2026-11-21T10:00:00Z","level":"INFO","logger":"a.B","thread":"t","message":"m"}

                """;
        assertEquals(ExitCode.UNREACHABLE, failed("plugin logs ledger --follow").code());
        assertEquals("2026-11-21T10:00:00Z INFO  [t] a.B: m\n", printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void queriesTheCatalog() throws Exception {
        answer = """
                {"items":[{"kind":"Component","metadata":{"name":"a","title":"Größe"},
                  "spec":{"type":"service","owner":"x"}}],"totalItems":7,"pageInfo":{}}
                """;
        assertEquals(
                """
                ENTITY               TYPE     OWNER  TITLE
                component:default/a  service  x      Größe
                1 of 7; --limit shows more.
                """,
                run("catalog query --filter kind=component,spec.type=service --filter kind=api --text a&b --limit 1"));
        String asked = requests.get(0);
        assertTrue(asked.contains("&filter=kind%3Dcomponent%2Cspec.type%3Dservice&filter=kind%3Dapi&"), asked);
        assertTrue(asked.contains("&fullTextFilterTerm=a%26b") && asked.contains("limit=1&"), asked);
    }

    @Test
    void registersAUrl() throws Exception {
        status = 201;
        answer = """
                {"location":{"id":"17","type":"url","target":"https://example.com/a.yaml"},
                 "entities":[{"kind":"API","metadata":{"name":"a","namespace":"n"}}]}
                """;
        assertEquals("""
                Registered https://example.com/a.yaml as 17.
                  api:n/a
                """, run("catalog register https://example.com/a.yaml"));
        assertEquals(List.of("POST /api/catalog/locations 52 Bearer secret"), requests);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plugin bogus",
                "plugin list x",
                "plugin show",
                "plugin show a b",
                "plugin list --tail 5",
                "plugin logs x --tail y",
                "plugin logs x --tail",
                "plugin show x --follow",
                "catalog query x",
                "catalog register"
            })
    void asksNothingOfThePortalWhereTheCommandLineIsWrong(String line) {
        assertThrows(UsageException.class, () -> run(line));
        assertEquals(List.of(), requests);
    }

    @Test
    void printsANewTokenAloneToWhereScriptsRead() throws Exception {
        status = 201;
        answer = "{\"name\":\"ci\",\"token\":\"cb_abc\",\"expires\":\"2026-12-21T10:00:00Z\"}";
        assertEquals(
                "cb_abc\n",
                run(
                        "token create ci --permission plugin.manage --permission plugin.read --plugin ledger --expires 30d"));
        assertEquals(
                "It is shown this once, and good until 2026-12-21T10:00:00Z.\n", said.toString(StandardCharsets.UTF_8));
        assertEquals(
                "{\"name\":\"ci\",\"permissions\":[\"plugin.manage\",\"plugin.read\"],"
                        + "\"plugins\":[\"ledger\"],\"expires\":\"30d\"}",
                body);
    }

    @Test
    void asksForATokenWithNothingThatWasNotSaid() throws Exception {
        run("token create ci");
        assertEquals("{\"name\":\"ci\"}", body);
    }

    @Test
    void listsTokensInColumns() throws Exception {
        answer = """
                [{"name":"a","owner":"user:default/admin","permissions":null,"plugins":null,
                  "expires":"2999-01-01T00:00:00Z","lastUsed":"2026-11-21T10:00:00Z","revoked":null},
                 {"name":"b","owner":"user:default/admin","permissions":["x.y","z"],"plugins":["p"],
                  "expires":"2999-01-01T00:00:00Z","lastUsed":null,"revoked":"2026-11-21T10:00:00Z"},
                 {"name":"c","owner":"user:default/admin","permissions":["z"],"plugins":null,
                  "expires":"2026-01-01T00:00:00Z","lastUsed":null,"revoked":null}]
                """;
        assertEquals("""
                NAME  OWNER               STATE    EXPIRES               LAST USED             MAY     PLUGINS
                a     user:default/admin  GOOD     2999-01-01T00:00:00Z  2026-11-21T10:00:00Z  all     all
                b     user:default/admin  REVOKED  2999-01-01T00:00:00Z  never                 x.y, z  p
                c     user:default/admin  EXPIRED  2026-01-01T00:00:00Z  never                 z       all
                """, run("token list"));
    }

    @Test
    void revokesAToken() throws Exception {
        status = 204;
        answer = "";
        assertEquals("The token ci is revoked.\n", run("token revoke ci"));
        assertEquals(List.of("DELETE /api/tokens/ci 0 Bearer secret"), requests);
    }

    @Test
    void listsWhoHasWhichUserAndReleasesOne() throws Exception {
        answer = """
                [{"user":"user:default/mara","issuer":"https://id.example.com","subject":"248289",
                  "since":"2026-11-21T10:00:00.123Z"}]
                """;
        assertEquals("""
                USER               SINCE                 ISSUER                  SUBJECT
                user:default/mara  2026-11-21T10:00:00Z  https://id.example.com  248289
                """, run("person list"));
        printed.reset();
        status = 204;
        answer = "";
        assertEquals(
                "user:default/mara is released: whoever signs in as it next has it.\n",
                run("person release user:default/mara"));
        assertEquals(
                List.of(
                        "GET /api/people 0 Bearer secret",
                        "DELETE /api/people/user:default/mara/binding 0 Bearer secret"),
                requests);
    }

    @Test
    void sendsNothingWithoutAToken(@TempDir Path folder) {
        PortalClient portal = new PortalClient(
                "http://127.0.0.1:" + server.getAddress().getPort(), new Token(Map.of(), folder.resolve("none")));
        CommandException failure = assertThrows(CommandException.class, () -> portal.get("/api/plugins"));
        assertEquals(ExitCode.NOT_ALLOWED, failure.code());
        assertFalse(failure.getMessage().contains(folder.toString()));
        assertEquals(List.of(), requests);
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "ftp://a", "http://a b"})
    void anAddressThatIsNoneIsSaid(String url) {
        PortalClient portal = new PortalClient(url, new Token(Map.of("CALLBOARD_TOKEN", "secret"), Path.of("none")));
        assertEquals(
                ExitCode.USAGE,
                assertThrows(CommandException.class, () -> portal.get("/")).code());
    }
}
