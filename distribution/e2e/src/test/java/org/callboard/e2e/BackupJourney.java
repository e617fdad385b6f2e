package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator backs the portal up, loses it, has it again; and upgrades it with a way back. */
class BackupJourney {

    private static final String LAST = "(select max(number) from migration)";

    private final Path root;

    BackupJourney(@TempDir Path root) {
        this.root = root;
    }

    private static Distribution.Ended backup(PortalProcess portal, Path file) {
        return Distribution.run(
                Map.of("CALLBOARD_TOKEN", portal.folder().token()),
                "backup",
                file.toString(),
                "--url",
                portal.address().toString());
    }

    private static Distribution.Ended restore(Path file, PortalFolder into) {
        return Distribution.run(
                Map.of(), "restore", file.toString(), "--config", into.config().toString());
    }

    @Test
    void theRestoredPortalAnswersAsTheOneThatWasBackedUp() throws IOException {
        Path file = root.resolve("backup.zip");
        Map<String, String> answers;
        try (PortalProcess portal = PortalProcess.start(PortalFolder.in(root.resolve("first")))) {
            Client client = portal.filled();
            client.install(Plugins.rest("e2e-kept", "1.0.0")).expect(201);
            client.install(Plugins.rest("e2e-kept", "2.0.0")).expect(200);
            client.install(Plugins.card("e2e-off", "1.0.0", "off")).expect(201);
            client.act("e2e-off", "disable").expect(200);
            try (Load load = new Load(client).on(2, "/api/e2e-kept/word")) {
                Distribution.Ended ended = backup(portal, file);
                assertEquals(0, ended.exitCode(), ended::errors);
                load.stop();
                assertEquals(List.of(), load.failures());
            }
            answers = answers(client);
            Distribution.Ended again = backup(portal, file);
            assertEquals(6, again.exitCode(), again::errors);
            Distribution.Ended full = restore(file, portal.folder());
            assertEquals(5, full.exitCode(), full::errors);
            assertTrue(full.errors().contains("is not empty: a portal uses it"), full.errors());
            assertEquals(answers, answers(client));
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        PortalFolder folder = PortalFolder.in(root.resolve("second"));
        Distribution.Ended restored = restore(file, folder);
        assertEquals(0, restored.exitCode(), restored::errors);
        assertTrue(restored.out().contains("Restored the portal of 20"), restored.out());
        try (PortalProcess portal = PortalProcess.start(folder)) {
            Client client = portal.filled();
            assertEquals(answers, answers(client));
            client.act("e2e-kept", "rollback").expect(200);
            assertEquals("1.0.0", client.get("/api/e2e-kept/word").expect(200).text());
            client.act("e2e-off", "enable").expect(200);
        }
    }

    /** What must be the same: entities with uid and etag, plugins with revisions; not since when they run. */
    private static Map<String, String> answers(Client client) {
        Map<String, String> answers = new TreeMap<>();
        for (JsonNode entity : client.get("/api/catalog/entities").expect(200).json()) {
            answers.put(entity.at("/metadata/uid").asText(), entity.toString());
        }
        for (JsonNode plugin : client.get("/api/plugins").expect(200).json()) {
            ((ObjectNode) plugin).remove(List.of("since", "load", "leftovers"));
            answers.put(plugin.path("id").asText(), plugin.toString());
        }
        answers.put(
                "locations", client.get("/api/catalog/locations").expect(200).text());
        return answers;
    }

    @Test
    void aBackupIsForAdministratorsAndSaysWhyItCantBeMade() {
        PortalFolder folder = PortalFolder.in(root.resolve("first"));
        try (PortalProcess portal = PortalProcess.start(folder)) {
            portal.anyone().get("/api/backup").expectError(401);
            portal.administrator().send("POST", "/api/backup").expectError(405);
            Distribution.Ended stranger = Distribution.run(
                    Map.of("CALLBOARD_TOKEN", "wrong"),
                    "backup",
                    root.resolve("none.zip").toString(),
                    "--url",
                    portal.address().toString());
            assertEquals(9, stranger.exitCode(), stranger::errors);
            assertTrue(stranger.errors().contains("The token is not known."), stranger.errors());
            assertFalse(Files.exists(root.resolve("none.zip")));
        }
    }

    @Test
    void aNewerDatabaseIsRefusedAndTheBackupOfBeforeStartsInItsPlace() throws IOException {
        Path file = root.resolve("before.zip");
        PortalFolder folder = PortalFolder.in(root.resolve("first"));
        Set<String> uids;
        try (PortalProcess portal = PortalProcess.start(folder)) {
            uids = new TreeSet<>(answers(portal.filled()).keySet());
            assertEquals(0, backup(portal, file).exitCode());
            portal.stop();
        }
        new StoppedDatabase(folder)
                .run("insert into migration select number + 1, 'newer', 'x', applied_at from migration where number = "
                        + LAST);
        Distribution.Ended start = Distribution.run(Map.of(), folder.start(0).toArray(String[]::new));
        assertEquals(5, start.exitCode(), start::errors);
        assertTrue(start.errors().contains("The database belongs to a newer Callboard"), start.errors());
        assertTrue(start.errors().contains("restore the backup that was made before the upgrade"), start.errors());
        assertFalse(start.errors().contains("\tat "), start.errors());

        PortalFolder before = PortalFolder.in(root.resolve("second"));
        assertEquals(0, restore(file, before).exitCode());
        try (PortalProcess portal = PortalProcess.start(before)) {
            // more may have come meanwhile, of kinds that plugins bring
            uids.removeAll(answers(portal.filled()).keySet());
            assertEquals(Set.of(), uids);
        }
    }
}
