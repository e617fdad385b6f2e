package org.callboard.core.db;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class DatabaseIT {

    private static final String INSERT = "insert into plugin_jar (digest, bytes) values (?, ?)";

    private final TestDatabase server;
    private final Path folder;

    DatabaseIT(TestDatabase server, @TempDir Path folder) {
        this.server = server;
        this.folder = folder;
    }

    private static void put(Database database, String digest, byte[] bytes) {
        database.inTransaction(connection -> {
            try (Batch batch = new Batch(connection, INSERT)) {
                batch.add(digest, bytes);
                batch.send();
            }
            return digest;
        });
    }

    private static List<String> digests(Database database) {
        return database.read(connection ->
                Rows.select(connection, "select digest from plugin_jar order by digest", row -> row.getString(1)));
    }

    private static int execute(Database database, String sql) {
        return database.inTransaction(connection -> connection.createStatement().executeUpdate(sql));
    }

    @Test
    void saysWhatItIsAndWhatOfItIsInUse() {
        try (Database database = server.open(folder)) {
            int used = database.read(connection -> database.state().used());
            DatabaseState state = database.state();
            assertEquals(1, used);
            assertEquals(0, state.used());
            assertTrue(state.limit() > 1 && state.waiting() == 0, state::toString);
            assertTrue(
                    state.product().matches("H2|PostgreSQL") && !state.version().isEmpty(), state::toString);
            assertTrue(state.answered() != null && state.failing() == null, state::toString);
        }
    }

    @Test
    void countsTheStatementsOfAThreadThatWorksForSomebody() {
        LongAdder counted = new LongAdder();
        try (Database database = server.open(folder)) {
            put(database, "before", new byte[] {1});
            StatementCount.@Nullable Counter before = StatementCount.bind(nanos -> counted.increment());
            try {
                put(database, "one", new byte[] {1});
                assertEquals(List.of("before", "one"), digests(database));
                assertThrows(PortalException.class, () -> execute(database, "update nothing set a = 1"));
            } finally {
                StatementCount.bind(before);
            }
            digests(database);
        }
        assertEquals(3, counted.sum());
    }

    @Test
    void whatWasCommittedIsThereAfterARestart() {
        byte[] large = new byte[3_000_000];
        new Random(1).nextBytes(large);
        try (Database database = server.open(folder)) {
            put(database, "small", new byte[] {1, 2});
            put(database, "large", large);
        }
        try (Database database = server.open(folder)) {
            assertEquals(List.of("large", "small"), digests(database));
            byte[] read = database.read(connection -> Rows.select(
                            connection,
                            "select bytes from plugin_jar where digest = ?",
                            row -> row.getBytes(1),
                            "large")
                    .get(0));
            assertArrayEquals(large, read);
        }
    }

    @Test
    void workThatFailsLeavesNothingBehind() {
        try (Database database = server.open(folder)) {
            assertThrows(
                    IllegalStateException.class,
                    () -> database.inTransaction(connection -> {
                        try (Batch batch = new Batch(connection, INSERT)) {
                            batch.add("half", new byte[0]);
                            batch.send();
                        }
                        throw new IllegalStateException("the other half");
                    }));
            assertEquals(List.of(), digests(database));
        }
    }

    @Test
    void keepsServingOthersWhenAThreadIsInterruptedAtItsWork() {
        try (Database database = server.open(folder)) {
            for (int i = 0; i < 20; i++) {
                Thread.currentThread().interrupt();
                interruptible(database, "n" + i);
            }
            put(database, "after", new byte[0]);
            assertTrue(digests(database).contains("after"));
        }
        try (Database database = server.open(folder)) {
            assertTrue(digests(database).contains("after"));
        }
    }

    /** An interrupted thread may be refused a connection; it must not take the file from the others. */
    private static void interruptible(Database database, String digest) {
        try {
            put(database, digest, new byte[100_000]);
        } catch (PortalException refused) {
            assertEquals(ProblemKind.INTERNAL, refused.kind());
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void refusesADatabaseOfANewerVersion() {
        try (Database database = server.open(folder)) {
            execute(
                    database,
                    "insert into migration (number, name, checksum, applied_at)"
                            + " values (9999, '9999-later.sql', 'x', current_timestamp)");
        }
        PortalException refused = assertThrows(PortalException.class, () -> server.open(folder));
        assertTrue(refused.message().contains("newer Callboard"), refused.message());
        assertTrue(refused.message().contains("9999"), refused.message());
    }

    @Test
    void refusesAMigrationThatWasEditedAfterwards() {
        try (Database database = server.open(folder)) {
            execute(database, "update migration set checksum = 'x' where number = 1");
        }
        PortalException refused = assertThrows(PortalException.class, () -> server.open(folder));
        assertTrue(refused.message().contains("0001-catalog.sql"), refused.message());
    }

    @Test
    void finishesAMigrationThatWasCutOff() {
        try (Database database = server.open(folder)) {
            execute(database, "drop table outbox");
            execute(database, "delete from migration where number = 1");
        }
        try (Database database = server.open(folder)) {
            assertEquals(
                    List.of(0),
                    database.read(connection ->
                            Rows.select(connection, "select count(*) from outbox", row -> row.getInt(1))));
        }
    }

    @Test
    void refusesAUrlOfAnotherDatabase() {
        PortalException refused = assertThrows(
                PortalException.class, () -> new Database("jdbc:other://host/db?password=secret", null, null));
        assertTrue(refused.message().contains("jdbc:other:"), refused.message());
        assertTrue(!refused.message().contains("secret"), refused.message());
    }

    @Test
    void findsTheRowsOfAnyNumberOfKeysEachOnce() {
        try (Database database = server.open(folder)) {
            List<String> keys = IntStream.range(0, 250).mapToObj(i -> "k" + i).toList();
            keys.forEach(key -> put(database, key, new byte[0]));
            for (int size : new int[] {0, 1, 99, 100, 101, 200, 250}) {
                AtomicInteger reads = new AtomicInteger();
                List<String> found = database.read(connection -> Rows.selectIn(
                        connection,
                        "select digest from plugin_jar where digest in (%s)",
                        keys.subList(0, size),
                        row -> {
                            reads.incrementAndGet();
                            return row.getString(1);
                        }));
                assertEquals(
                        keys.subList(0, size),
                        found.stream()
                                .sorted(Comparator.comparing(key -> Integer.parseInt(key.substring(1))))
                                .toList());
                assertEquals(size, reads.get());
            }
        }
    }
}
