package org.callboard.core.audit;

import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import org.callboard.api.security.Caller;
import org.callboard.core.db.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Writes who did what to what, and how it ended, to a table that is only ever added to. */
public final class AuditLog {

    /** The key of the request's id in the logging context. */
    public static final String REQUEST_KEY = "request";

    private static final int LONGEST = 1_000;

    private final Database database;
    private final Clock clock;

    /** Writes to this database. */
    public AuditLog(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How an act ended. */
    public enum Outcome {
        /** It was done. */
        DONE,
        /** It was refused. */
        REFUSED
    }

    /** Records an act such as {@code plugin.install} on a subject such as {@code example-hello 1.0.0}. */
    public void record(Caller caller, String act, String subject, Outcome outcome, @Nullable String detail) {
        database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into audit (at, caller, act, subject, outcome, detail, request_id) values (?, ?, ?, ?, ?, ?, ?)")) {
                insert.setTimestamp(1, Timestamp.from(clock.instant()));
                insert.setString(2, caller.getName());
                insert.setString(3, act);
                insert.setString(4, cut(subject));
                insert.setString(5, outcome.name());
                insert.setString(6, detail == null ? null : cut(detail));
                insert.setString(7, MDC.get(REQUEST_KEY));
                return insert.executeUpdate();
            }
        });
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
