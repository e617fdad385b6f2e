package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plugin takes all the memory that there is. */
class HeapJourney {

    private static final String ID = "e2e-greedy";
    private static final byte[] GREEDY =
            PluginJar.of(ID, "1.0.0").with("Greed", """
                    @Component
                    @Path("/")
                    public final class Greed implements RestResource {
                        @GET @Path("eat") @Produces("text/plain") @RequiresPermission("portal.use")
                        public String eat() {
                            java.util.List<byte[]> eaten = new java.util.ArrayList<>();
                            while (true) { eaten.add(new byte[1 << 20]); }
                        }
                    }
                    """).build();

    private final PortalFolder folder;
    private final Path root;

    HeapJourney(@TempDir Path root) {
        this.root = root;
        this.folder = PortalFolder.in(root);
    }

    /** On a port that was chosen beforehand, so that a client finds the portal again. */
    private PortalProcess start(String supervised) throws IOException {
        String run = root.resolve("run").toString();
        return PortalProcess.start(folder, Distribution.freePort(), command -> {
            command.environment().put("CALLBOARD_SUPERVISED", supervised);
            command.environment().put("CALLBOARD_RUN", run);
        });
    }

    /** The heap is gone before there is an answer. */
    private void exhaust(PortalProcess portal) {
        Client client = portal.administrator();
        client.install(GREEDY).expect(201);
        PortalFolder.write(folder.storage().resolve("last-allocating"), PluginJar.bytes(ID));
        assertThrows(UncheckedIOException.class, () -> client.get("/api/" + ID + "/eat"));
    }

    @Test
    void thePortalIsStartedAgainWithoutThePluginThatWasLastSeenAllocating() throws IOException {
        try (PortalProcess portal = start("")) {
            exhaust(portal);
            Client client = portal.administrator();
            Eventually.holds("the portal again", Duration.ofSeconds(60), () -> isReady(client));
            JsonNode plugin = client.get("/api/plugins/" + ID).expect(200).json();
            assertEquals("QUARANTINED", plugin.path("state").asText(), plugin::toString);
            assertTrue(
                    plugin.at("/diagnosis/summary").asText().contains("the portal ran out of memory"),
                    plugin::toString);
            assertTrue(portal.errors().contains("The heap is exhausted; the portal is started again."));
            client.get("/api/" + ID + "/eat").expect(503);
            portal.stop();
        }
    }

    @Test
    void whoeverSupervisesThePortalStartsItAgainAndThePluginStaysOff() throws IOException {
        try (PortalProcess portal = start("1")) {
            exhaust(portal);
            Eventually.holds("the end of the process", Duration.ofSeconds(60), () -> !portal.isAlive());
        }
        try (PortalProcess portal = start("1")) {
            assertEquals(
                    "QUARANTINED",
                    portal.administrator()
                            .get("/api/plugins/" + ID)
                            .json()
                            .path("state")
                            .asText());
        }
        try (PortalProcess portal = start("1")) {
            portal.administrator().act(ID, "enable").expect(200);
        }
        try (PortalProcess portal = start("1")) {
            assertEquals(
                    "ACTIVE",
                    portal.administrator()
                            .get("/api/plugins/" + ID)
                            .json()
                            .path("state")
                            .asText());
        }
    }

    @Test
    void thePortalDoesNotOutliveTheScriptThatWouldStartItAgain() throws IOException {
        try (PortalProcess portal = start("")) {
            List<ProcessHandle> children =
                    ProcessHandle.of(portal.pid()).orElseThrow().children().toList();
            assertEquals(1, children.size());
            portal.kill();
            Eventually.holds(
                    "the end of the portal",
                    Duration.ofSeconds(30),
                    () -> children.stream().noneMatch(ProcessHandle::isAlive));
        }
    }

    private static boolean isReady(Client client) {
        try {
            return client.get("/health/ready").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }
}
