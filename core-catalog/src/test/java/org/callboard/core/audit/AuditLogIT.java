package org.callboard.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.db.TestDatabase;
import org.callboard.core.session.PortalCaller;
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
}
