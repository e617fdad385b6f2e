package org.callboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.callboard.launcher.Options.UsageException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is sent for a plugin's command, and what is made of the answer, with a server that answers what the test says. */
class OfferedCommandsTest {

    private static final String LIST = """
            {"commands":[
              {"plugin":"cost","version":"1.0.0","id":"report","title":"What services cost","reads":true,"parameters":[
                {"name":"month","label":"Month","kind":"text","required":true,"help":"Such as 2026-10."},
                {"name":"service","label":"Service","kind":"entity"},
                {"name":"all","label":"Idle ones, too","kind":"check"}]},
              {"plugin":"cost","version":"1.0.0","id":"reset","title":"Count anew","reads":false,"parameters":[]},
              {"plugin":"till","version":"2.0.0","id":"open","title":"Open it","reads":false,"parameters":[]}]}
            """;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HttpServer server;
    private String list = LIST;
    private String answer = "{\"exitCode\":0,\"text\":\"\"}";
    private String sent = "";
    private String input = "";
    private int status = 200;

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
        boolean lists = exchange.getRequestMethod().equals("GET");
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        sent = lists ? sent : exchange.getRequestURI() + " " + body;
        byte[] bytes = (lists ? list : answer).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(lists ? 200 : status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private int run(String... words) throws CommandException, UsageException {
        return runAt("http://127.0.0.1:" + server.getAddress().getPort(), words);
    }

    private int runAt(String url, String... words) throws CommandException, UsageException {
        PortalClient portal = new PortalClient(url, new Token(Map.of("CALLBOARD_TOKEN", "secret"), Path.of("none")));
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return new OfferedCommands(portal, out, in).run(words[0], List.of(words).subList(1, words.length));
    }

    private String output() {
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void sendsOptionsByTheirNamesAndOtherWordsInTheOrderOfTheRest() throws Exception {
        input = "a\nb\n";
        answer = "{\"exitCode\":3,\"text\":\"One\\nTwo\\u001b[31m\"}";
        assertEquals(3, run("cost", "report", "component:cart", "--month=2026-10", "--all"));
        assertEquals(
                "/api/web-shell/cli/cost/report {\"values\":{\"month\":[\"2026-10\"],\"all\":[\"true\"],"
                        + "\"service\":[\"component:cart\"]},\"input\":\"a\\nb\\n\"}",
                sent);
        assertEquals("One\nTwo [31m\n", output());
        run("cost", "report", "--service", "cart", "--", "--all");
        assertTrue(sent.contains("{\"values\":{\"service\":[\"cart\"],\"month\":[\"--all\"]}"), sent);
    }

    @Test
    void printsRowsBelowEachOtherAndReadsNothingUnlessItIsAsked() throws Exception {
        input = "never read";
        answer = "{\"exitCode\":0,\"table\":[[\"SERVICE\",\"COST\"],[\"cart\",\"12\"]]}";
        assertEquals(0, run("cost", "reset"));
        assertEquals("/api/web-shell/cli/cost/reset {\"values\":{},\"input\":\"\"}", sent);
        assertEquals("SERVICE  COST\ncart     12\n", output());
    }

    @Test
    void explainsACommandAndListsThoseOfAPlugin() throws Exception {
        assertEquals(0, run("cost", "report", "--help"));
        assertEquals("""
                usage: callboard cost report --month TEXT [--service REF] [--all] < INPUT

                What services cost

                  --month    TEXT  needed  Month. Such as 2026-10.
                  --service  REF           Service
                  --all                    Idle ones, too
                """, output());
        printed.reset();
        assertEquals(0, run("cost", "help"));
        assertEquals("  callboard cost report  What services cost\n  callboard cost reset   Count anew\n", output());
    }

    @Test
    void refusesWordsThatACommandDoesNotTake() {
        assertTrue(failed(ExitCode.USAGE, "cost", "report", "--year", "1").contains("has no option '--year'"));
        assertTrue(failed(ExitCode.USAGE, "cost", "reset", "now").contains("takes no 'now'"));
        assertTrue(failed(ExitCode.USAGE, "cost", "report", "--month").contains("needs a value behind --month"));
        assertEquals("", sent);
    }

    @Test
    void saysWhatThereIsWhereACommandIsNot() {
        assertTrue(failed(ExitCode.USAGE, "cost", "sum").endsWith("offers you no command 'sum', only report, reset."));
        assertTrue(failed(ExitCode.USAGE, "bank", "open").contains("no plugin of that name"));
    }

    @Test
    void passesOnWhatThePortalRefuses() {
        status = 404;
        answer = "{\"error\":{\"message\":\"There is no command 'cost reset'.\",\"hint\":\"See callboard help.\"}}";
        assertTrue(failed(ExitCode.REFUSED, "cost", "reset").contains("There is no command 'cost reset'."));
    }

    @Test
    void saysWhenThePortalDoesNotAnswer() {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        server.stop(0);
        CommandException failure = assertThrows(CommandException.class, () -> runAt(url, "cost", "reset"));
        assertEquals(ExitCode.UNREACHABLE, failure.code());
        assertTrue(failure.getMessage().contains("No portal answers at " + url), failure::getMessage);
        assertThrows(UsageException.class, () -> runAt(url, "lunch"), "a word alone is misspelt");
    }

    @Test
    void readsNoMoreThanItMay() {
        input = "x".repeat(1_000_001);
        assertTrue(failed(ExitCode.UNREADABLE, "cost", "report", "2026-10").contains("more than 1000000"));
    }

    private String failed(ExitCode code, String... words) {
        CommandException failure = assertThrows(CommandException.class, () -> run(words));
        assertEquals(code, failure.code());
        return failure.getMessage();
    }
}
