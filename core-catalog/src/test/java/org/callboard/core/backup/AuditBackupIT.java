package org.callboard.core.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.audit.Verification;
import org.callboard.core.db.Database;
import org.callboard.core.db.TestDatabase;
import org.callboard.core.session.PortalCaller;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The audit log is as it was written wherever it is restored to. */
class AuditBackupIT {

    /** An hour that comes twice where clocks are put back. */
    private static final Instant AUTUMN = Instant.parse("2026-10-25T00:30:00.123456Z");

    @TempDir
    private Path root;

    private static AuditLog log(Database database, Instant now) {
        return new AuditLog(database, Clock.fixed(now, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({"H2, POSTGRESQL", "POSTGRESQL, H2"})
    void aRestoredLogIsWholeAndGoesOn(TestDatabase source, TestDatabase target) throws IOException {
        BackupStage stage = new BackupStage(root, source, target);
        Verification before;
        try (Database database = stage.open();
                AuditLog log = log(database, AUTUMN);
                AuditLog later = log(database, AUTUMN.plus(Duration.ofHours(1)))) {
            for (AuditLog each : new AuditLog[] {log, later, log}) {
                each.record(PortalCaller.PORTAL, "act", "größe \ud83d\ude00", AuditLog.Outcome.DONE, null);
            }
            assertEquals(1, later.forget(Duration.ofDays(400), 2));
            before = later.verify(null);
            assertNull(before.broken());
            stage.back(database);
        }
        BackupStage.Ended ended = stage.restore();
        assertEquals(0, ended.code(), ended::errors);
        try (Database database = stage.restored();
                AuditLog log = log(database, AUTUMN)) {
            assertEquals(before, log.verify(null));
            log.record(PortalCaller.PORTAL, "act", "subject", AuditLog.Outcome.DONE, null);
            Verification after = log.verify(before.head());
            assertNull(after.broken());
            assertEquals(4, after.head().number());
        }
    }
}
