package org.callboard.core.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.callboard.api.security.Caller;
import org.callboard.core.audit.AuditQuery.Condition;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.session.PortalCaller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Writes who did what to what, and how it ended, to a table that is added to, and shortened by age and number alone. Each
 * row has the hash of the one before it in its own, so that one which is changed, put in or taken away shows.
 */
public final class AuditLog implements AutoCloseable {

    /** The key of the request's id in the logging context. */
    public static final String REQUEST_KEY = "request";

    /** The key in the logging context of what an act comes in by. */
    public static final String THROUGH_KEY = "through";

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);
    private static final int ROWS_AT_ONCE = 1_000;

    private final Database database;
    private final Clock clock;
    private final UnaryOperator<String> masked;
    private final RepeatedActs repeated;
    private final Object verifying = new Object();
    private final AtomicLong failures = new AtomicLong();

    /** Writes to this database, whose rows are chained if they were not yet. */
    public AuditLog(Database database, Clock clock) {
        this(database, clock, UnaryOperator.identity());
    }

    /** Writes what is left of a text when its secrets are masked. */
    public AuditLog(Database database, Clock clock, UnaryOperator<String> masked) {
        this.database = database;
        this.clock = clock;
        this.masked = masked;
        this.repeated = new RepeatedActs(clock);
        Chain unused = database.alone(ChainRows::begin);
    }

    /** How an act ended. */
    public enum Outcome {
        /** It was done. */
        DONE,
        /** It was refused. */
        REFUSED
    }

    /** Takes rows one after another. */
    @FunctionalInterface
    public interface Reader<E extends Exception> {
        /** Takes one. */
        void take(AuditRow row) throws E;
    }

    /** Does work whose acts come in by this, and by no request. */
    public static void through(String door, Runnable work) {
        MDC.put(THROUGH_KEY, door);
        try {
            work.run();
        } finally {
            MDC.remove(THROUGH_KEY);
        }
    }

    /**
     * Records an act such as {@code plugin.install} on a subject such as {@code example-hello 1.0.0}. Where it can't be
     * recorded, this fails as the database does, so that nobody is told that all is well.
     */
    public void record(Caller caller, String act, String subject, Outcome outcome, @Nullable String detail) {
        String shown = detail == null ? null : masked.apply(detail);
        write(Act.now(who(caller), act, masked.apply(subject), outcome, shown));
    }

    /**
     * Records a refusal of which there may be any number: of those that are alike one in a minute, and how many there were.
     * That it can't be recorded is told to the log, and changes nothing of the refusal.
     *
     * @param group with caller and act, what makes refusals alike
     */
    public void refused(String caller, String act, String group, String subject, String why) {
        Act refusal = Act.now(caller, act, masked.apply(subject), Outcome.REFUSED, masked.apply(why));
        try {
            tellRepeated();
            if (repeated.isFirst(refusal, group)) {
                write(refusal);
            }
        } catch (RuntimeException failure) {
            LOG.error("A refusal stays one that could not be recorded", failure);
        }
    }

    private void tellRepeated() {
        repeated.over().forEach(this::write);
    }

    private void write(Act act) {
        try {
            AuditRow unused = database.inTransaction(
                    connection -> ChainRows.add(connection, act, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        } catch (RuntimeException failure) {
            failures.incrementAndGet();
            LOG.error("This act could not be recorded: {}", act);
            throw failure;
        }
    }

    /** {@return how many acts could not be recorded since the portal was started} */
    public long failures() {
        return failures.get();
    }

    /** {@return so many rows at the most, newest first, that stand before this number} */
    public List<AuditRow> find(AuditQuery query, long before, int most) {
        tellRepeated();
        return database.read(connection -> select(connection, query.behind("number < ?", before), "desc", most));
    }

    /** {@return so many rows at the most, newest first, of what was done to a plugin and its tasks} */
    public List<AuditRow> ofPlugin(String id, int most) {
        tellRepeated();
        Condition condition = new Condition(
                "(act like 'plugin.%' and (subject = ? or subject like ?)) or (act like 'task.%' and subject like ?)",
                List.of(id, id + " %", id + "/%"));
        return database.read(connection -> select(connection, condition, "desc", most));
    }

    /** Reads all rows that are wanted, oldest first, some at a time: however slow the reader, nobody waits for it. */
    public <E extends Exception> void read(AuditQuery query, Reader<E> reader) throws E {
        tellRepeated();
        long end = number("select coalesce(max(number), 0) from audit");
        long last = Long.MIN_VALUE;
        List<AuditRow> some;
        do {
            Condition next = query.behind("number > ? and number <= ?", last, end);
            some = database.read(connection -> select(connection, next, "asc", ROWS_AT_ONCE));
            for (AuditRow row : some) {
                reader.take(row);
                last = row.number();
            }
        } while (some.size() == ROWS_AT_ONCE);
    }

    private static List<AuditRow> select(Connection connection, Condition condition, String order, int most)
            throws SQLException {
        return Rows.select(
                connection,
                "select " + ChainRows.COLUMNS + " from audit where " + condition.sql() + " order by number " + order
                        + " fetch first " + most + " rows only",
                ChainRows::row,
                condition.values().toArray());
    }

    /**
     * Compares all rows with their hashes, as they are at one moment.
     *
     * @param noted a row as somebody noted it earlier, which must be the same still, or null
     */
    public Verification verify(@Nullable Link noted) {
        tellRepeated();
        // one at a time: each keeps a connection for as long as it takes
        synchronized (verifying) {
            return database.snapshot(connection -> verify(connection, noted));
        }
    }

    private static Verification verify(Connection connection, @Nullable Link noted) throws SQLException {
        Chain chain = ChainRows.find(connection).orElse(new Chain(Link.START, Link.START));
        ChainCheck check = new ChainCheck(chain, noted);
        try (PreparedStatement select =
                connection.prepareStatement("select " + ChainRows.COLUMNS + " from audit order by number")) {
            select.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    check.take(ChainRows.row(rows));
                }
            }
        }
        return check.finish();
    }

    /** {@return who it is, and of a machine the token} */
    private static String who(Caller caller) {
        return caller instanceof PortalCaller portal ? portal.toString() : caller.getName();
    }

    /** Deletes what is older than this, and of the rest the oldest beyond so many. {@return how many rows} */
    public long forget(Duration older, long most) {
        tellRepeated();
        long tooMany = number(
                "select coalesce(max(number), " + Long.MIN_VALUE
                        + ") from (select number from audit order by number desc"
                        + " offset ? rows fetch first 1 rows only) as old",
                most);
        // what comes before the first young row, and not up to the last old one: who writes an old one forgets nothing
        long young = number(
                "select coalesce(min(number), " + Long.MAX_VALUE + ") from audit where at >= ?",
                ChainRows.stored(clock.instant().minus(older)));
        long upTo = Math.max(young - 1, tooMany);
        long deleted = 0;
        for (int some = ROWS_AT_ONCE; some == ROWS_AT_ONCE; deleted += some) {
            some = database.inTransaction(connection -> ChainRows.forget(connection, upTo, ROWS_AT_ONCE));
        }
        return deleted;
    }

    private long number(String sql, Object... values) {
        return database.read(connection -> Rows.select(connection, sql, row -> row.getLong(1), values))
                .get(0);
    }

    /** Tells what has been counted only. */
    @Override
    public void close() {
        new ArrayList<>(repeated.all()).forEach(this::write);
    }
}
