package org.callboard.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.callboard.launcher.Deployment.Order;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a build sends to a portal, and what it tells of the answers. */
class DeploymentTest {

    private static final String PLAN = """
            {"action":"install","id":"ledger","from":null,"to":"1.0.0","stops":[],"starts":[],
             "adds":[{"point":"entity.card","id":"sum","title":"Sum"}],"asks":[],"diagnosis":null,"token":"a b"}
            """;
    private static final String INSTALLED = "{\"id\":\"ledger\",\"version\":\"1.0.0\",\"state\":\"ACTIVE\"}";
    private static final String PREVIEW = """
            {"id":"ledger","version":"1.0.0","preview":{"key":"k","path":"/open?key=k","expires":"2026-01-02T03:04:05.678Z"}}
            """;
    private static final String REFUSED = """
            {"action":"refuse","id":"ledger","diagnosis":{"summary":"It was refused.","cause":"It lacks x.","fix":"Embed x."}}
            """;

    @TempDir
    private Path folder;

    private final List<String> requests = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private HttpServer server;
    private Path jar;
    private String plan = PLAN;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        jar = Files.writeString(folder.resolve("x.jar"), "jar");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        String query = exchange.getRequestURI().getRawQuery();
        requests.add(exchange.getRequestMethod() + " " + query + " " + body + " " + token);
        String answer = query.contains("dryRun") ? plan : query.contains("preview") ? PREVIEW : INSTALLED;
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Deployment deployment(String url) {
        return new Deployment(url, "secret", "-Dcallboard.url", lines::add);
    }

    @Test
    void saysWhatWillHappenAndDoesThatOrNothing() throws CommandException {
        deployment(url()).deploy(jar, Order.ONLY_FORWARD);
        assertEquals(
                List.of(
                        "POST downgrade=refuse&dryRun=true jar Bearer secret",
                        "POST downgrade=refuse&plan=a%20b jar Bearer secret"),
                requests);
        assertEquals(
                List.of(
                        "action  install",
                        "id      ledger",
                        "to      1.0.0",
                        "adds    entity.card sum Sum",
                        "ledger 1.0.0 is ACTIVE at " + url()),
                lines);
    }

    @Test
    void onlyPlansWhereThatIsAsked() throws CommandException {
        deployment(url()).plan(jar, Order.ALSO_BACK);
        assertEquals(List.of("POST downgrade=allow&dryRun=true jar Bearer secret"), requests);
    }

    @Test
    void saysHowToSeeAPreview() throws CommandException {
        deployment(url()).preview(jar, Order.ONLY_FORWARD);
        assertEquals(List.of("POST downgrade=refuse&preview=true jar Bearer secret"), requests);
        assertEquals(
                List.of(
                        "Preview of ledger 1.0.0 until 2026-01-02T03:04:05Z; nobody else sees it.",
                        "In a browser that is signed in, open " + url() + "/open?key=k",
                        "With a client of your own, send the header Callboard-Preview: k"),
                lines);
    }

    @Test
    void sendsNothingThatWouldBeRefusedAndSaysWhy() {
        plan = REFUSED;
        CommandException refused =
                assertThrows(CommandException.class, () -> deployment(url()).deploy(jar, Order.ONLY_FORWARD));
        assertEquals(
                "It was refused.\n  It lacks x.\n  Embed x.",
                String.valueOf(refused.getMessage()).replace("\r", ""));
        assertEquals(ExitCode.REFUSED, refused.code());
        assertEquals(1, requests.size());
    }

    @Test
    void saysHowToNameThePortalThatIsMeant() {
        CommandException gone = assertThrows(
                CommandException.class, () -> deployment("http://127.0.0.1:1/").deploy(jar, Order.ONLY_FORWARD));
        assertEquals(
                "No portal answers at http://127.0.0.1:1. Start it, or name another with -Dcallboard.url.",
                gone.getMessage());
    }

    @Test
    void saysWhichFileIsMissing() {
        Path none = folder.resolve("none.jar");
        CommandException missing =
                assertThrows(CommandException.class, () -> deployment(url()).plan(none, Order.ONLY_FORWARD));
        assertEquals("The file " + none + " can't be read.", missing.getMessage());
    }
}
