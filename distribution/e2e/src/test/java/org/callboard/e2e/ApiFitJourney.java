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
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Code that calls what this portal's API does not have is found before it runs, whichever way it comes. */
@Timeout(180)
class ApiFitJourney {

    private static final String ID = "e2e-fit";
    private static final String CAUSE = "Its code does not fit the plugin API of this portal."
            + " org.callboard.plugin.e2efit.Sign, line 17: calls View.txet(String), which is not there.";

    @TempDir
    private Path root;

    private PortalFolder folder;

    @BeforeEach
    void makeFolder() {
        folder = PortalFolder.in(root.resolve("portal"));
    }

    private static byte[] fitting(String version) {
        return Plugins.card(ID, version, "fine");
    }

    /** {@return a plugin whose card calls a method that no API has} */
    private static byte[] unfit(String version) {
        return JarSurgery.withText(fitting(version), "Sign.class", code -> code.replace("\1\0\4text", "\1\0\4txet"));
    }

    private static Distribution.Ended verify(PortalProcess portal, String... more) {
        String[] line = new String[more.length + 2];
        line[0] = "plugin";
        line[1] = "verify";
        System.arraycopy(more, 0, line, 2, more.length);
        return Distribution.run(Map.of("CALLBOARD_TOKEN", portal.folder().token()), line);
    }

    @Test
    void planAndInstallRefuseItInTheWordsOfTheCommand() {
        try (PortalProcess portal = PortalProcess.start(folder)) {
            Client client = portal.administrator();
            client.install(fitting("1.0.0")).expect(201);
            JsonNode plan = client.plan(unfit("2.0.0")).expect(200).json();
            assertEquals("refuse", plan.path("action").asText());
            assertEquals(CAUSE, plan.path("diagnosis").path("cause").asText());
            Answer refused = client.install(unfit("2.0.0"));
            assertEquals(4, refused.status() / 100, refused::text);
            assertEquals("Plugin '" + ID + "' 2.0.0 does not fit this portal. " + CAUSE, refused.message());
            assertEquals("1.0.0", client.plugin(ID, "version"));
            assertEquals("ACTIVE", client.plugin(ID, "state"));
            Path jar = PortalFolder.write(root.resolve("unfit.jar"), unfit("2.0.0"));
            Distribution.Ended ended = verify(portal, jar.toString());
            assertEquals(7, ended.exitCode(), ended::out);
            assertTrue(ended.out().contains(CAUSE), ended::out);
            assertFalse(ended.out().contains("would take it"), ended::out);
        }
    }

    /** As if the portal that took it had had another API. */
    private void store(byte[] jar) {
        Path file = PortalFolder.write(root.resolve("stored.jar"), jar);
        StoppedDatabase database = new StoppedDatabase(folder);
        String digest = PluginJar.digest(jar);
        database.run("insert into plugin_jar (digest, bytes) values ('" + digest + "', file_read('" + file + "'))");
        database.run("update plugin set digest = '" + digest + "' where id = '" + ID + "'");
    }

    @Test
    void aStoredOneIsNotStartedAndOwnersAreListedBeforeAnUpgrade() throws IOException {
        Path backup = root.resolve("backup.zip");
        try (PortalProcess portal = PortalProcess.start(folder)) {
            Client client = portal.administrator();
            client.install(fitting("1.0.0")).expect(201);
            client.install(PluginJar.of("e2e-offer", "1.0.0")
                            .withApi("Greeting", "public interface Greeting { String text(); }")
                            .build())
                    .expect(201);
            client.install(Plugins.using("e2e-user", "1.0.0", "org.callboard.plugin.e2eoffer.api"))
                    .expect(201);
            Distribution.Ended all = verify(portal, "--portal", portal.address().toString());
            assertEquals(0, all.exitCode(), () -> all.out() + all.errors());
            assertTrue(all.out().endsWith("All plugins would run on this version.\n"), all::out);
            portal.stop();
        }
        store(unfit("1.0.0"));
        try (PortalProcess portal = PortalProcess.start(folder)) {
            Client client = portal.administrator();
            Eventually.holds(
                    "a diagnosis",
                    Duration.ofSeconds(30),
                    () -> client.plugin(ID, "state").equals("UNRESOLVED"));
            JsonNode plugin = client.get("/api/plugins/" + ID).json();
            assertEquals(CAUSE, plugin.path("diagnosis").path("cause").asText());
            assertEquals("ACTIVE", client.plugin("e2e-user", "state"));

            Distribution.Ended listed =
                    verify(portal, "--portal", portal.address().toString());
            assertEquals(7, listed.exitCode(), () -> listed.out() + listed.errors());
            assertTrue(
                    listed.out()
                            .matches("(?s)ID +VERSION +OWNER +STATE +ON THIS VERSION\n.*" + ID
                                    + " +1.0.0 +group:default/portal +UNRESOLVED +REFUSED\n.*e2e-user +1.0.0 .* runs\n"
                                    + ".*web-shell .* comes with this version\n.*"),
                    listed::out);
            assertTrue(listed.out().contains(CAUSE), listed::out);
            assertTrue(
                    listed.out()
                            .matches("(?s).*\nThis version would refuse 1 of \\d+ plugins, of group:default/portal.\n"),
                    listed::out);
            client.get("/api/plugins/" + ID + "/jar").expect(200);
            portal.anyone().get("/api/plugins/" + ID + "/jar").expectError(401);
            client.get("/api/plugins/e2e-nobody/jar").expectError(404);
            assertEquals(
                    0,
                    Distribution.run(
                                    Map.of("CALLBOARD_TOKEN", folder.token()),
                                    "backup",
                                    backup.toString(),
                                    "--url",
                                    portal.address().toString())
                            .exitCode());
            Distribution.Ended offline = verify(portal, "--backup", backup.toString(), "--json");
            assertEquals(7, offline.exitCode(), () -> offline.out() + offline.errors());
            JsonNode verdict = verdict(offline.out());
            assertEquals("refused", verdict.path("verdict").asText());
            assertEquals("group:default/portal", verdict.path("owner").asText());
            assertEquals(CAUSE, verdict.path("diagnosis").path("cause").asText());
        }
    }

    private static JsonNode verdict(String json) throws IOException {
        for (JsonNode verdict : new ObjectMapper().readTree(json)) {
            if (verdict.path("id").asText().equals(ID)) {
                return verdict;
            }
        }
        throw new AssertionError(json);
    }

    @Test
    void saysWhatCantBeLookedAt() throws IOException {
        Path rubbish = Files.writeString(root.resolve("rubbish.zip"), "no backup");
        Distribution.Ended backup = Distribution.run(Map.of(), "plugin", "verify", "--backup", rubbish.toString());
        assertEquals(6, backup.exitCode(), backup::errors);
        assertEquals(1, backup.errors().lines().count(), backup::errors);
        Distribution.Ended nobody = Distribution.run(
                Map.of("CALLBOARD_TOKEN", "any"), "plugin", "verify", "--portal", "http://127.0.0.1:1");
        assertEquals(8, nobody.exitCode(), nobody::errors);
        assertTrue(nobody.errors().contains("--portal"), nobody::errors);
    }
}
