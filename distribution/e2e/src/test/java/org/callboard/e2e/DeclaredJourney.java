package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plugins that stand in the configuration: what it says is what runs, and nothing else changes them. */
class DeclaredJourney {

    private static final String ID = "e2e-declared";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final byte[] one = Plugins.rest(ID, "1.0.0");
    private final byte[] two = Plugins.rest(ID, "2.0.0");

    @TempDir
    private Path root;

    private PortalFolder declaring(String... lines) throws IOException {
        Files.write(root.resolve("one.jar"), one);
        Files.write(root.resolve("two.jar"), two);
        PortalFolder folder = PortalFolder.in(root);
        String declared = String.join("\n      ", lines);
        Files.writeString(
                folder.config(),
                PortalFolder.read(folder.config())
                        + (declared.isEmpty() ? "" : "  declared:\n    - " + declared + "\n"));
        return folder;
    }

    private static String digest(byte[] jar) {
        return "digest: " + PluginJar.digest(jar);
    }

    private static void awaitVersion(Client client, String version) {
        Eventually.holds(
                "version " + version,
                PATIENCE,
                () -> client.plugin(ID, "version").equals(version)
                        && client.get("/api/" + ID + "/word").status() == 200);
    }

    @Test
    void followTheConfigurationFromStartToStart() throws IOException {
        try (PortalProcess portal =
                PortalProcess.start(declaring("id: " + ID, "version: 1.0.0", "file: one.jar", digest(one)))) {
            Client client = portal.administrator();
            awaitVersion(client, "1.0.0");
            assertNothingElseChangesIt(client, portal.folder());
            portal.stop();
        }
        try (PortalProcess portal =
                PortalProcess.start(declaring("id: " + ID, "version: 2.0.0", "file: two.jar", digest(one)))) {
            awaitVersion(portal.administrator(), "1.0.0");
            Eventually.holds(
                    "the line of the configuration",
                    PATIENCE,
                    () -> portal.errors().contains("declared at callboard.yaml:"));
            assertTrue(portal.errors().contains("The digest is declared as"), portal::errors);
            portal.stop();
        }
        try (PortalProcess portal =
                PortalProcess.start(declaring("id: " + ID, "version: 2.0.0", "file: two.jar", digest(two)))) {
            awaitVersion(portal.administrator(), "2.0.0");
            portal.stop();
        }
        try (PortalProcess portal = PortalProcess.start(declaring())) {
            portal.administrator().get("/api/plugins/" + ID).expectError(404);
            portal.stop();
        }
    }

    private void assertNothingElseChangesIt(Client client, PortalFolder folder) throws IOException {
        Answer removal = client.delete("/api/plugins/" + ID).expectError(409);
        assertTrue(removal.message().contains("callboard.yaml:"), removal::message);
        client.install(two).expectError(409);
        client.install(one).expect(200);
        Files.write(folder.inbox().resolve("two.jar"), two);
        Path reason = folder.inbox().resolve("two.jar.refused.txt");
        Eventually.holds("the inbox's refusal", PATIENCE, () -> Files.exists(reason));
        assertTrue(PortalFolder.read(reason).contains("declared"), () -> PortalFolder.read(reason));
        assertEquals("1.0.0", client.plugin(ID, "version"));
    }

    @Test
    void comeFromTheWebWhereThatIsAllowed() throws IOException {
        try (LocalServer server = LocalServer.at("/jars/", exchange -> {
            exchange.sendResponseHeaders(200, two.length);
            exchange.getResponseBody().write(two);
            exchange.close();
        })) {
            String jar = "http://" + server.host() + "/jars/two.jar";
            PortalFolder declared = declaring("id: " + ID, "version: 2.0.0", "url: " + jar, digest(two));
            try (PortalProcess portal = PortalProcess.start(reading(server.host(), declared))) {
                awaitVersion(portal.administrator(), "2.0.0");
            }
        }
    }

    private static PortalFolder reading(String host, PortalFolder folder) throws IOException {
        Files.writeString(
                folder.config(), PortalFolder.read(folder.config()) + "reading:\n  allow:\n    - host: " + host + "\n");
        return folder;
    }

    @Test
    void stayAwayWhereTheirHostIsNotAllowed() throws IOException {
        try (PortalProcess portal = PortalProcess.start(
                declaring("id: " + ID, "version: 2.0.0", "url: http://127.0.0.1:1/two.jar", digest(two)))) {
            Client client = portal.administrator();
            Eventually.holds(
                    "the end of trying",
                    PATIENCE,
                    () -> client.plugin(ID, "state").equals("QUARANTINED"));
            String cause = client.get("/api/plugins/" + ID)
                    .json()
                    .at("/diagnosis/cause")
                    .asText();
            assertTrue(cause.contains("does not let the portal read"), cause);
        }
    }
}
