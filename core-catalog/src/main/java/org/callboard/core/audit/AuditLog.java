package org.callboard.core.audit;

import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.callboard.api.security.Caller;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Writes who did what to what, and how it ended, to a table that is added to, and shortened by age alone. */
public final class AuditLog {

    /** The key of the request's id in the logging context. */
    public static final String REQUEST_KEY = "request";

    private static final int LONGEST = 1_000;
    private static final int ROWS_AT_ONCE = 1_000;

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

    /** Deletes what is older than this, and of the rest the oldest beyond so many. {@return how many rows} */
    public long forget(Duration older, long most) {
        Timestamp then = Timestamp.from(clock.instant().minus(older));
        long last = number("select coalesce(max(number), 0) from audit where at < ?", then);
        long newest = number("select coalesce(max(number), 0) from audit");
        long upTo = Math.max(last, newest - most);
        long deleted = 0;
        for (int some = ROWS_AT_ONCE; some == ROWS_AT_ONCE; deleted += some) {
            some = database.inTransaction(connection -> Rows.update(
                    connection,
                    "delete from audit where number in (select number from audit where number <= ?"
                            + " order by number fetch first " + ROWS_AT_ONCE + " rows only)",
                    upTo));
        }
        return deleted;
    }

    private long number(String sql, Object... values) {
        return database.read(connection -> Rows.select(connection, sql, row -> row.getLong(1), values))
                .get(0);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
