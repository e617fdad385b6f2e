package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An operator starts the portal, stops it, and starts it again. */
class StartJourney {

    private static final Set<String> KINDS = Set.of(
            "API", "Component", "Domain", "Group", "Location", "Resource", "Standard", "System", "Template", "User");
    private static final Pattern LOG_LINE = Pattern.compile("^[\\d:.]+ INFO ");
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Path root;

    StartJourney(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void servesTheExampleCompanyAndStopsWithoutAWord() throws IOException {
        try (PortalProcess portal = PortalProcess.start(PortalFolder.in(root))) {
            assertEquals(KINDS, kinds(portal.filled()));
            Path token = portal.folder().storage().resolve("admin.token");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(token)));
            portal.stop();
            assertFalse(portal.errors().contains("\tat "), () -> "It ended with a stack trace:\n" + portal.errors());
        }
    }

    @Test
    void printsLinksThatSignInOnceAndSharesItsStorageWithNobody() {
        PortalFolder folder = PortalFolder.in(root);
        try (PortalProcess portal = PortalProcess.start(folder)) {
            signsInOnce(portal, portal.signInLink());
            Distribution.Ended login = Distribution.run(
                    Map.of("CALLBOARD_TOKEN", folder.token()),
                    "login",
                    "--url",
                    portal.address().toString());
            assertEquals(0, login.exitCode(), login::errors);
            signsInOnce(portal, login.out().strip());

            Distribution.Ended second =
                    Distribution.run(Map.of(), folder.start(0).toArray(String[]::new));
            assertEquals(5, second.exitCode(), second::errors);
            assertOneSentence(second.errors(), "");
            portal.anyone().get("/health/ready").expect(200);
        }
    }

    @Test
    void findsEntitiesAndPluginsAgainAfterAStopAndAfterAKill() throws IOException {
        PortalFolder folder = PortalFolder.in(root);
        Files.write(folder.inbox().resolve("good.jar"), Plugins.rest("e2e-kept", "1.0.0"));
        Files.write(folder.inbox().resolve("bad.jar"), PluginJar.bytes("no jar at all"));
        Map<String, String> uids;
        try (PortalProcess portal = PortalProcess.start(folder)) {
            Eventually.holds(
                    "the jar of the inbox serves",
                    Duration.ofSeconds(30),
                    () -> portal.administrator().plugin("e2e-kept", "version").equals("1.0.0"));
            assertInboxTaken(folder.inbox());
            uids = uids(portal.filled());
            portal.administrator().install(Plugins.rest("e2e-kept", "2.0.0")).expect(200);
            portal.stop();
        }
        try (PortalProcess portal = PortalProcess.start(folder)) {
            assertKept(uids, portal);
            portal.kill();
        }
        try (PortalProcess portal = PortalProcess.start(folder)) {
            assertKept(uids, portal);
        }
    }

    private static void assertInboxTaken(Path inbox) {
        assertFalse(Files.exists(inbox.resolve("good.jar")), "An accepted jar leaves the inbox.");
        assertTrue(Files.exists(inbox.resolve("bad.jar.refused")), "A refused jar is kept aside.");
        String reason = PortalFolder.read(inbox.resolve("bad.jar.refused.txt"));
        assertTrue(reason.contains("can't be read as a jar"), reason);
    }

    private static void assertKept(Map<String, String> uids, PortalProcess portal) {
        assertEquals(uids, uids(portal.filled()));
        assertEquals(
                "2.0.0",
                portal.administrator().get("/api/e2e-kept/word").expect(200).text());
    }

    private static void signsInOnce(PortalProcess portal, String link) {
        assertTrue(link.startsWith(portal.address() + "/signin?code="), link);
        String path = link.substring(portal.address().toString().length());
        Answer first = portal.anyone().get(path).expect(303);
        String cookie = first.header("Set-Cookie");
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite="), cookie);
        Client browser = portal.anyone().with("Cookie", cookie.split(";", 2)[0]);
        assertFalse(browser.get("/api/session")
                .expect(200)
                .json()
                .path("csrf")
                .asText()
                .isEmpty());
        portal.anyone().get(path).expect(401);
    }

    @Test
    void saysInOneSentenceThatThePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PortalFolder folder = PortalFolder.in(root);
            Distribution.Ended start = Distribution.run(
                    Map.of(), folder.start(taken.getLocalPort()).toArray(String[]::new));
            assertEquals(4, start.exitCode(), start::errors);
            assertOneSentence(start.errors(), "port");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "an unknown key         | 'server:\n  prot: 1\n'                       | 6:3",
                "broken YAML            | 'server: [1, 2\ncatalog: }'                  | 6:",
                "a location with no type| 'catalog:\n  locations:\n    - target: x\n'  | 7:",
            })
    void namesTheLineOfWhatIsWrongInTheConfiguration(String what, String yaml, String position) {
        PortalFolder folder = PortalFolder.with(root, yaml);
        Distribution.Ended start = Distribution.run(Map.of(), folder.start(0).toArray(String[]::new));
        assertEquals(3, start.exitCode(), start::errors);
        assertOneSentence(start.errors(), folder.config() + ":" + position);
    }

    @Test
    void doesNotListenToOthersBeforeItIsSaidHowTheyComeIn() {
        PortalFolder folder = PortalFolder.with(root, "server:\n  host: 0.0.0.0\n");
        Distribution.Ended start = Distribution.run(Map.of(), folder.start(0).toArray(String[]::new));
        assertEquals(3, start.exitCode(), start::errors);
        assertOneSentence(start.errors(), "server.baseUrl");
        assertFalse(Files.exists(folder.storage()), "Nothing was opened.");
    }

    @ParameterizedTest(name = "callboard {0}")
    @ValueSource(strings = {"start --bogus", "start --port 70000", "launch"})
    void answersACommandLineThatItDoesNotKnowWithItsUsage(String line) {
        Distribution.Ended ended = Distribution.run(Map.of(), line.split(" "));
        assertEquals(2, ended.exitCode(), ended::errors);
        assertTrue(ended.errors().contains("usage: callboard start"), ended::errors);
        assertFalse(ended.errors().contains("\tat "), ended::errors);
    }

    @Test
    void saysThatNoPortalAnswersTheLogin() {
        Distribution.Ended login =
                Distribution.run(Map.of("CALLBOARD_TOKEN", "any"), "login", "--url", "http://127.0.0.1:1");
        assertEquals(8, login.exitCode(), login::errors);
        assertOneSentence(login.errors(), "http://127.0.0.1:1");
    }

    @Test
    void readsAChangedDescriptorWithoutARestart() throws IOException {
        Path descriptor = root.resolve("catalog-info.yaml");
        Files.writeString(descriptor, component("before"));
        String location = """
                catalog:
                  locations:
                    - type: file
                      target: %s
                """.formatted(descriptor);
        try (PortalProcess portal = PortalProcess.start(PortalFolder.with(root, location))) {
            Client client = portal.administrator();
            Eventually.holds("the component", SOON, () -> title(client).equals("before"));
            Files.writeString(descriptor, component("after"));
            Eventually.holds(
                    "the changed title",
                    Duration.ofSeconds(60),
                    () -> title(client).equals("after"));
        }
    }

    private static String title(Client client) {
        return client.get("/api/catalog/entities/by-name/component/default/shop")
                .json()
                .at("/metadata/title")
                .asText();
    }

    private static String component(String title) {
        return """
                apiVersion: backstage.io/v1alpha1
                kind: Component
                metadata:
                  name: shop
                  title: %s
                spec:
                  type: service
                  lifecycle: production
                  owner: team
                """.formatted(title);
    }

    /** The sentence may stand behind lines of the log. */
    private static void assertOneSentence(String errors, String word) {
        assertTrue(errors.contains(word), errors);
        assertEquals(
                1,
                errors.lines().filter(line -> !LOG_LINE.matcher(line).find()).count(),
                () -> "not one line:\n" + errors);
    }

    private static Set<String> kinds(Client client) {
        JsonNode values = client.get("/api/catalog/entity-facets?facet=kind")
                .expect(200)
                .json()
                .at("/facets/kind");
        Set<String> kinds = new TreeSet<>();
        values.forEach(value -> kinds.add(value.path("value").asText()));
        return kinds;
    }

    private static Map<String, String> uids(Client client) {
        JsonNode items = client.get("/api/catalog/entities/by-query?limit=10000")
                .expect(200)
                .json()
                .path("items");
        Map<String, String> uids = new TreeMap<>();
        StreamSupport.stream(items.spliterator(), false)
                .forEach(entity -> uids.put(
                        entity.path("kind").asText() + ":"
                                + entity.at("/metadata/namespace").asText("default") + "/"
                                + entity.at("/metadata/name").asText(),
                        entity.at("/metadata/uid").asText()));
        return uids;
    }
}
