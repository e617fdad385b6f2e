package org.callboard.core.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.callboard.api.problem.PortalException;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.db.TestDatabase;
import org.callboard.core.session.AccessTokens;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.session.TokenRules;
import org.callboard.core.session.TokenWish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackupIT {

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource({"H2, H2", "H2, POSTGRESQL", "POSTGRESQL, H2", "POSTGRESQL, POSTGRESQL"})
    void anEmptyStorageIsFilledWithTheSameRowsTokenAndConfiguration(TestDatabase source, TestDatabase target)
            throws IOException {
        BackupStage stage = new BackupStage(root, source, target);
        Map<String, String> before;
        try (Database database = stage.open()) {
            fill(database);
            stage.back(database);
            before = withoutSessions(BackupStage.digests(database));
        }
        BackupStage.Ended ended = stage.restore();
        assertEquals(0, ended.code(), ended::errors);
        try (Database database = stage.restored()) {
            assertEquals(before, withoutSessions(BackupStage.digests(database)));
            assertEquals(List.of(0L), count(database, "session"));
            audit(database, "later", Instant.now());
            assertEquals(
                    List.of("first", "second", "later"),
                    database.read(connection ->
                            Rows.select(connection, "select act from audit order by number", row -> row.getString(1))));
        }
        assertEquals(BackupStage.TOKEN, Files.readString(stage.storage().resolve("admin.token")));
        assertEquals(
                "server:\n  port: 7100\n", Files.readString(stage.storage().resolve("configuration/0-callboard.yaml")));
        for (String secret : List.of("admin.token", "configuration/0-callboard.yaml")) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(stage.storage().resolve(secret))));
        }
        StorageFolder.refuseHalfRestored(stage.storage());
    }

    @ParameterizedTest
    @CsvSource({"H2, H2", "H2, POSTGRESQL", "POSTGRESQL, H2", "POSTGRESQL, POSTGRESQL"})
    void pluginsHaveTheirOwnTablesAgain(TestDatabase source, TestDatabase target) throws IOException {
        BackupStage stage = new BackupStage(root, source, target);
        List<String> before;
        try (Database database = stage.open();
                PluginBooks books = new PluginBooks(database, root)) {
            books.apply();
            books.fill();
            stage.back(database);
            before = books.rows();
        }
        BackupStage.Ended ended = stage.restore();
        assertEquals(0, ended.code(), ended::errors);
        try (Database database = stage.restored();
                PluginBooks books = new PluginBooks(database, root)) {
            assertEquals(before, books.rows());
            books.apply();
            assertThrows(PortalException.class, books::addForNobody);
            books.add("a");
            assertEquals(before.size() + 1, books.rows().size());
        }
    }

    private static Map<String, String> withoutSessions(Map<String, String> digests) {
        Map<String, String> kept = new HashMap<>(digests);
        assertTrue(kept.remove("session") != null, "There is a table of sessions.");
        return kept;
    }

    private static void fill(Database database) {
        byte[] jar = new byte[3_000_000];
        new Random(1).nextBytes(jar);
        try (AccessTokens tokens =
                new AccessTokens(database, new TokenRules(() -> Duration.ofDays(1)), Clock.systemUTC())) {
            AccessTokens.Made made =
                    tokens.create(PortalCaller.ADMINISTRATOR, new TokenWish("ci", Set.of("plugin.read"), null, null));
            assertEquals(List.of(made.token()), tokens.list());
        }
        database.inTransaction(connection -> {
            Rows.update(connection, "insert into plugin_jar (digest, bytes) values (?, ?)", "sha256:a", jar);
            Rows.update(connection, "insert into plugin_jar (digest, bytes) values (?, ?)", "sha256:b", new byte[0]);
            Rows.update(
                    connection,
                    "insert into entity (ref, uid, source, hash, document, etag, changed_at, kept)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    "component:default/größe",
                    "uid",
                    null,
                    "h",
                    new byte[] {1, 2, 3},
                    "etag",
                    Timestamp.from(Instant.parse("2026-03-29T01:30:00.123456Z")),
                    true);
            return Rows.update(
                    connection,
                    "insert into session (hash, caller, csrf, expires) values (?, ?, ?, ?)",
                    "hash",
                    "user:default/admin",
                    "csrf",
                    Timestamp.from(Instant.EPOCH));
        });
        audit(database, "first", Instant.EPOCH);
        audit(database, "second", Instant.parse("2026-10-25T00:30:00Z"));
    }

    private static void audit(Database database, String act, Instant at) {
        database.inTransaction(connection -> Rows.update(
                connection,
                "insert into audit (at, caller, act, subject, outcome) values (?, ?, ?, ?, ?)",
                Timestamp.from(at),
                "caller",
                act,
                "subject",
                "DONE"));
    }

    private static List<Long> count(Database database, String table) {
        return database.read(
                connection -> Rows.select(connection, "select count(*) from " + table, row -> row.getLong(1)));
    }

    @ParameterizedTest
    @EnumSource
    void aBackupIsOfOneMomentWhileOthersWrite(TestDatabase server) throws IOException {
        BackupStage stage = new BackupStage(root, server, server);
        AtomicBoolean stop = new AtomicBoolean();
        try (Database database = stage.open()) {
            CountDownLatch busy = new CountDownLatch(20);
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
                for (long number = 1; !stop.get(); number++) {
                    writeBoth(database, number);
                    busy.countDown();
                }
            });
            try {
                busy.await();
                stage.back(database);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            } finally {
                stop.set(true);
                writer.join();
            }
        }
        assertEquals(0, stage.restore().code());
        try (Database database = stage.restored()) {
            long jars = count(database, "plugin_jar").get(0);
            assertTrue(jars >= 20, () -> jars + " jars");
            assertEquals(List.of(jars), count(database, "audit"));
            assertEquals(List.of(jars), count(database, "outbox"));
        }
    }

    /** The first and the last of the tables, by name, and one between. */
    private static void writeBoth(Database database, long number) {
        database.inTransaction(connection -> {
            Rows.update(
                    connection, "insert into plugin_jar (digest, bytes) values (?, ?)", "d" + number, new byte[50_000]);
            Rows.update(
                    connection, "insert into outbox (number, change, ref) values (?, ?, ?)", number, "CHANGED", "ref");
            return Rows.update(
                    connection,
                    "insert into audit (at, caller, act, subject, outcome) values (?, ?, ?, ?, ?)",
                    Timestamp.from(Instant.EPOCH),
                    "c",
                    "a",
                    "s",
                    "DONE");
        });
    }

    @Test
    void aBackupOfAnOlderVersionIsBroughtUpToDate() throws IOException {
        BackupStage stage = new BackupStage(root, TestDatabase.H2, TestDatabase.H2);
        OldBackup.write(
                stage.file(),
                root.resolve("old"),
                6,
                "insert into plugin"
                        + " (id, version, title, desired, digest, installed_at)"
                        + " values ('old', '1.0.0', 'Old', 'ACTIVE', 'sha256:x', timestamp '2026-01-01 00:00:00')");
        BackupStage.Ended ended = stage.restore();
        assertEquals(0, ended.code(), ended::errors);
        try (Database database = stage.restored()) {
            assertEquals(
                    List.of("old"),
                    database.read(connection -> Rows.select(
                            connection, "select id from plugin where wished_at is null", row -> row.getString(1))));
        }
    }

    @Test
    void aStorageThatIsNotEmptyStaysAsItIs() throws IOException {
        BackupStage stage = new BackupStage(root, TestDatabase.H2, TestDatabase.H2);
        try (Database database = stage.open()) {
            stage.back(database);
        }
        assertEquals(0, stage.restore().code());
        BackupStage.Ended again = stage.restore();
        assertEquals(5, again.code());
        assertTrue(again.errors().contains("is not empty"), again.errors());
        assertEquals(1, again.errors().lines().count());
        stage.restored().close();
    }

    @Test
    void aDatabaseThatIsNotEmptyStaysAsItIsAndTheStorageIsEmptyAgain() throws IOException {
        BackupStage stage = new BackupStage(root, TestDatabase.H2, TestDatabase.POSTGRESQL);
        try (Database database = stage.open()) {
            stage.back(database);
        }
        try (Database other = stage.restored()) {
            audit(other, "theirs", Instant.EPOCH);
            BackupStage.Ended ended = stage.restore();
            assertEquals(5, ended.code());
            assertTrue(ended.errors().contains("The database is not empty"), ended.errors());
            assertEquals(List.of(1L), count(other, "audit"));
        }
        assertEquals(List.of(), entries(stage.storage()));
    }

    @Test
    void whatOneVersionKnowsAndAnotherDoesNotIsRefusedAndLeavesNothing() throws IOException {
        BackupStage stage = new BackupStage(root, TestDatabase.H2, TestDatabase.H2);
        try (Database database = stage.open()) {
            database.inTransaction(
                    connection -> Rows.update(connection, "create table strange (id varchar(20) primary key)"));
            stage.back(database);
        }
        BackupStage.Ended ended = stage.restore();
        assertEquals(5, ended.code());
        assertTrue(ended.errors().contains("the table strange"), ended.errors());
        assertEquals(List.of(), entries(stage.storage()));
    }

    private static List<Path> entries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void nothingStartsOnWhatARestoreLeftThatWasCutOff() throws IOException {
        Path folder = root.resolve("half");
        StorageFolder.begin(folder);
        PortalException refused = assertThrows(PortalException.class, () -> StorageFolder.refuseHalfRestored(folder));
        assertTrue(refused.message().contains("was cut off"), refused.message());
    }

    @Test
    void onlyOneBackupIsMadeAtATimeAndNoneIsLeftBehind() throws IOException {
        BackupStage stage = new BackupStage(root, TestDatabase.H2, TestDatabase.H2);
        try (Database database = stage.open()) {
            PortalBackup backup =
                    new PortalBackup(new PortalBackup.Contents(database, root.resolve("source"), List.of(), "1.2.3"));
            backup.make(file -> {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                CompletableFuture<PortalException> other = CompletableFuture.supplyAsync(
                        () -> assertThrows(PortalException.class, () -> backup.make(ignored -> {})));
                assertTrue(other.join().message().contains("Another backup"));
            });
            assertFalse(Files.exists(root.resolve("source/backup.part")));
        }
    }
}
