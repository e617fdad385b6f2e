package org.callboard.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.callboard.core.Repetitions;
import org.callboard.core.audit.Verification.Break;
import org.callboard.core.audit.Verification.Kind;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.db.TestDatabase;
import org.callboard.core.session.PortalCaller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class AuditLogIT {

    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    private final TestDatabase server;
    private final Path folder;

    AuditLogIT(TestDatabase server, @TempDir Path folder) {
        this.server = server;
        this.folder = folder;
    }

    private static AuditLog at(Database database, int daysAgo) {
        return new AuditLog(database, Clock.fixed(NOW.minus(Duration.ofDays(daysAgo)), ZoneOffset.UTC));
    }

    private static void record(AuditLog log, String act) {
        log.record(PortalCaller.PORTAL, act, "subject", AuditLog.Outcome.DONE, null);
    }

    private static List<String> acts(Database database) {
        return database.read(connection ->
                Rows.select(connection, "select act from audit order by number", row -> row.getString(1)));
    }

    /** The disk is full, or the database says no for another reason. */
    @Test
    void whatCantBeRecordedFailsAndARefusalStaysARefusal() {
        try (Database database = server.open(folder)) {
            AuditLog log = at(database, 0);
            record(log, "before");
            rename(database, "audit", "audit_gone");
            assertThrows(RuntimeException.class, () -> record(log, "lost"));
            log.refused("user:default/mara", "access.deny", "g", "GET /api/plugins", "needs plugin.read");
            assertEquals(2, log.failures());
            rename(database, "audit_gone", "audit");
            record(log, "after");
            assertEquals(List.of("before", "after"), acts(database));
            assertNull(log.verify(null).broken());
        }
    }

    private static void rename(Database database, String from, String to) {
        int unused = database.inTransaction(
                connection -> Rows.update(connection, "alter table " + from + " rename to " + to));
    }

    @Test
    void forgetsWhatIsTooOldAndThenTheOldestOfTooMuch() {
        try (Database database = server.open(folder)) {
            record(at(database, 401), "old");
            record(at(database, 399), "a");
            record(at(database, 10), "b");
            record(at(database, 1), "c");
            AuditLog log = at(database, 0);
            assertEquals(1, log.forget(Duration.ofDays(400), 1_000));
            assertEquals(List.of("a", "b", "c"), acts(database));
            assertEquals(1, log.forget(Duration.ofDays(400), 2));
            assertEquals(List.of("b", "c"), acts(database));
            assertEquals(0, log.forget(Duration.ofDays(400), 2));
            record(log, "d");
            assertEquals(List.of("b", "c", "d"), acts(database));
        }
    }

    @Test
    void forgetsAnyNumberSomeAtATime() {
        try (Database database = server.open(folder)) {
            AuditLog log = at(database, 500);
            for (int i = 0; i < 2_100; i++) {
                record(log, "old");
            }
            record(at(database, 0), "new");
            assertEquals(2_100, at(database, 0).forget(Duration.ofDays(400), 1_000_000));
            assertEquals(List.of("new"), acts(database));
        }
    }

    private static @Nullable Break broken(Database database) {
        return at(database, 0).verify(null).broken();
    }

    private static void tamper(Database database, String sql, Object... values) {
        int rows = database.inTransaction(connection -> Rows.update(connection, sql, values));
        assertTrue(rows > 0, sql);
    }

    /** Gives the database a log of ten rows. */
    private static void fill(Database database) {
        AuditLog log = at(database, 0);
        for (int i = 1; i <= 10; i++) {
            record(log, "act." + i);
        }
    }

    @Test
    void everyKindOfTamperingIsNamedByItsRow() {
        try (Database database = server.open(folder)) {
            fill(database);
            assertNull(broken(database));
            tamper(database, "update audit set subject = 'another' where number = 7");
            assertEquals(new Break(7, Kind.CHANGED), broken(database));
            tamper(database, "delete from audit where number = 4");
            assertEquals(new Break(4, Kind.REMOVED), broken(database));
            tamper(database, "update audit set outcome = 'WHATEVER', hash = null where number = 2");
            assertEquals(new Break(2, Kind.CHANGED), broken(database));
        }
    }

    @Test
    void rowsCutOffAtTheEndAreMissed() {
        try (Database database = server.open(folder)) {
            fill(database);
            tamper(database, "delete from audit where number >= 9");
            assertEquals(new Break(9, Kind.REMOVED), broken(database));
            record(at(database, 0), "later");
            assertEquals(new Break(9, Kind.REMOVED), broken(database));
        }
    }

    @Test
    void aRowWrittenBehindThePortalsBackIsNamedAndKeepsNobodyFromWriting() {
        try (Database database = server.open(folder)) {
            fill(database);
            String insert = "insert into audit (number, at, caller, act, subject, outcome)"
                    + " values (?, timestamp '1999-01-01 00:00:00', 'me', 'none', 'none', 'DONE')";
            tamper(database, insert, 11L);
            assertEquals(new Break(11, Kind.INSERTED), broken(database));
            record(at(database, 0), "later");
            record(at(database, 0), "later");
            assertEquals(new Break(11, Kind.INSERTED), broken(database));
            assertEquals(0, at(database, 0).forget(Duration.ofDays(400), 1_000));
            tamper(database, "delete from audit where number = 11");
            assertNull(broken(database));
        }
    }

    @Test
    void whatIsForgottenLeavesTheRestWhole() {
        try (Database database = server.open(folder)) {
            fill(database);
            assertEquals(6, at(database, 0).forget(Duration.ofDays(400), 4));
            Verification found = at(database, 0).verify(null);
            assertNull(found.broken());
            assertEquals(4, found.rows());
            assertEquals(6, found.before().number());
            assertEquals(10, found.head().number());
            tamper(database, "delete from audit where number = 7");
            assertEquals(new Break(7, Kind.REMOVED), broken(database));
        }
    }

    @Test
    void everythingMayBeForgotten() {
        try (Database database = server.open(folder)) {
            AuditLog log = at(database, 500);
            record(log, "a");
            record(log, "b");
            assertEquals(2, at(database, 0).forget(Duration.ofDays(400), 1_000));
            assertNull(broken(database));
            record(at(database, 0), "c");
            assertNull(broken(database));
            assertEquals(3, at(database, 0).verify(null).head().number());
        }
    }

    /** Rows of before there was a chain have no hash, and the time of the zone that the portal ran in. */
    @Test
    void rowsOfEarlierVersionsAreTakenIn() {
        try (Database database = server.open(folder)) {
            database.inTransaction(connection -> {
                for (int i = 0; i < 1_500; i++) {
                    Rows.update(
                            connection,
                            "insert into audit (at, caller, act, subject, outcome) values (?, ?, ?, ?, ?)",
                            Timestamp.from(NOW.plusSeconds(i)),
                            "mara",
                            "act",
                            "subject",
                            "DONE");
                }
                return Rows.update(connection, "delete from audit where number in (3, 4)");
            });
            AuditLog log = at(database, 0);
            record(log, "new");
            Verification found = log.verify(null);
            assertNull(found.broken());
            assertEquals(1_499, found.rows());
            AuditRow first = log.find(AuditQuery.ALL, 2, 1).get(0);
            assertEquals(NOW, first.at());
            tamper(database, "update audit set caller = 'otto' where number = 1400");
            assertEquals(new Break(1_400, Kind.CHANGED), broken(database));
        }
    }

    @Test
    void aLogWhoseHeadWasDeletedGoesOnAndIsNotWhole() {
        try (Database database = server.open(folder)) {
            fill(database);
            tamper(database, "delete from audit_chain");
            record(at(database, 0), "later");
            assertEquals(new Break(1, Kind.INSERTED), broken(database));
        }
    }

    @Test
    void rowsOfSeveralWritersAndNodesFollowEachOther() throws Exception {
        try (Database one = server.open(folder)) {
            // an embedded database is of one process
            Database other = server == TestDatabase.H2 ? one : server.open(folder);
            int writers = 6;
            int each = Repetitions.of(40, 1_000);
            ExecutorService threads = Executors.newFixedThreadPool(writers + 1);
            try {
                List<Future<?>> ends = new ArrayList<>();
                for (int writer = 0; writer < writers; writer++) {
                    AuditLog log = at(writer % 2 == 0 ? one : other, writer < 2 ? 500 : 0);
                    ends.add(threads.submit(() -> {
                        for (int i = 0; i < each; i++) {
                            record(log, "act");
                        }
                    }));
                }
                ends.add(threads.submit(() -> {
                    for (int i = 0; i < 5; i++) {
                        assertNull(broken(other));
                        at(other, 0).forget(Duration.ofDays(1_000), each);
                    }
                }));
                for (Future<?> end : ends) {
                    end.get();
                }
            } finally {
                threads.shutdown();
            }
            Verification found = at(one, 0).verify(null);
            assertNull(found.broken());
            assertEquals((long) writers * each, found.head().number());
            assertEquals(found.head().number() - found.before().number(), found.rows());
            if (other != one) {
                other.close();
            }
        }
    }

    @Test
    void findsRowsPageByPageAndReadsThemAll() throws Exception {
        try (Database database = server.open(folder)) {
            AuditLog log = at(database, 0);
            log.record(PortalCaller.ADMINISTRATOR, "plugin.install", "cost 1.0.0", AuditLog.Outcome.DONE, "NEW");
            log.record(PortalCaller.ADMINISTRATOR, "plugin.remove", "cost_2", AuditLog.Outcome.REFUSED, "50% of it");
            log.record(PortalCaller.PORTAL, "plugin.install", "costs", AuditLog.Outcome.REFUSED, null);
            record(at(database, 2), "other");
            assertEquals(List.of(4L, 3L), numbers(log.find(AuditQuery.ALL, Long.MAX_VALUE, 2)));
            assertEquals(List.of(2L, 1L), numbers(log.find(AuditQuery.ALL, 3, 2)));
            assertFinds(log, List.of(1L, 3L), null, "plugin.install", null, null, null);
            assertFinds(log, List.of(1L, 2L, 3L), null, "plugin.*", null, null, null);
            assertFinds(log, List.of(2L), null, null, "cost_*", null, null);
            assertFinds(log, List.of(2L, 3L), null, null, null, "REFUSED", null);
            assertFinds(log, List.of(1L, 2L), "user:*", null, null, null, null);
            assertFinds(log, List.of(2L), null, null, null, null, "50% OF");
            assertFinds(log, List.of(2L), null, null, null, null, "_");
            AuditQuery today = new AuditQuery(null, null, null, null, NOW, NOW.plusSeconds(1), null);
            assertEquals(List.of(3L, 2L, 1L), numbers(log.find(today, Long.MAX_VALUE, 10)));
        }
    }

    private static List<Long> numbers(List<AuditRow> rows) {
        return rows.stream().map(AuditRow::number).toList();
    }

    private static void assertFinds(
            AuditLog log,
            List<Long> expected,
            @Nullable String caller,
            @Nullable String act,
            @Nullable String subject,
            @Nullable String outcome,
            @Nullable String text) {
        List<AuditRow> read = new ArrayList<>();
        log.read(new AuditQuery(caller, act, subject, outcome, null, null, text), read::add);
        assertEquals(expected, numbers(read));
    }

    @Test
    void textsThatADatabaseWouldKeepOtherwiseAreKeptSoThatTheirHashFits() {
        try (Database database = server.open(folder)) {
            AuditLog log = at(database, 0);
            record(log, "half \ud83d pair, \0 and \ud83d\ude00");
            log.record(
                    PortalCaller.PORTAL,
                    "act",
                    "x".repeat(999) + "\ud83d\ude00",
                    AuditLog.Outcome.DONE,
                    "y".repeat(9_000));
            assertNull(broken(database));
        }
    }
}
