package org.callboard.core.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Rows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tables of the log. Who adds a row or forgets one locks where the log begins and ends to the end of the transaction: on
 * all nodes rows follow each other in the order of their numbers.
 */
final class ChainRows {

    /** What {@link #row} reads. */
    static final String COLUMNS =
            "number, at, caller, through, plugin, act, subject, outcome, detail, request_id, hash";

    private static final Logger LOG = LoggerFactory.getLogger(ChainRows.class);
    private static final int AT_ONCE = 1_000;
    private static final String CHAIN =
            "select before_number, before_hash, last_number, last_hash from audit_chain where id = 1";

    private ChainRows() {}

    /** Makes the chain where there is none: of rows that were written before there was one. To be done alone. */
    static Chain begin(Connection connection) throws SQLException {
        Optional<Chain> there = find(connection, CHAIN);
        if (there.isPresent()) {
            return there.get();
        }
        List<Link> chained = Rows.select(
                connection,
                "select number, hash from audit where hash is not null order by number desc fetch first 1 rows only",
                row -> new Link(row.getLong(1), row.getString(2)));
        Chain chain = chained.isEmpty() ? new Chain(Link.START, takeIn(connection)) : anew(chained.get(0));
        Rows.update(
                connection,
                "insert into audit_chain (id, before_number, before_hash, last_number, last_hash) values (1, ?, ?, ?, ?)",
                chain.before().number(),
                chain.before().hash(),
                chain.last().number(),
                chain.last().hash());
        return chain;
    }

    private static Chain anew(Link last) {
        LOG.error(
                "Where the audit log begins and ends was deleted from the database. It begins anew behind row {},"
                        + " and what is before that counts as not written by the portal",
                last.number());
        return new Chain(last, last);
    }

    /** Rows of earlier versions have the time of the portal's own zone, and no hash. */
    private static Link takeIn(Connection connection) throws SQLException {
        Link last = Link.START;
        List<AuditRow> some;
        do {
            some = Rows.select(
                    connection,
                    "select " + COLUMNS + " from audit where number > ? order by number fetch first " + AT_ONCE
                            + " rows only",
                    row -> row(row, row.getTimestamp("at").toInstant()),
                    last.number());
            try (Batch update = new Batch(connection, "update audit set at = ?, hash = ? where number = ?")) {
                for (AuditRow row : some) {
                    last = new Link(row.number(), row.hashAfter(last.hash()));
                    update.add(stored(row.at()), last.hash(), last.number());
                }
                update.send();
            }
        } while (some.size() == AT_ONCE);
        return last;
    }

    /** {@return from where to where the log goes}, if that is known */
    static Optional<Chain> find(Connection connection) throws SQLException {
        return find(connection, CHAIN);
    }

    /** {@return the same, which nobody else changes until the transaction ends} */
    static Chain lock(Connection connection) throws SQLException {
        Optional<Chain> chain = find(connection, CHAIN + " for update");
        return chain.isPresent() ? chain.get() : begin(connection);
    }

    private static Optional<Chain> find(Connection connection, String sql) throws SQLException {
        return Rows.select(
                        connection,
                        sql,
                        row -> new Chain(
                                new Link(row.getLong(1), row.getString(2)), new Link(row.getLong(3), row.getString(4))))
                .stream()
                .findFirst();
    }

    /** Adds a row behind the last one. */
    static AuditRow add(Connection connection, Act act, Instant at) throws SQLException {
        Chain chain = lock(connection);
        // a number that somebody took behind the portal's back must not keep it from writing
        long taken = Rows.select(connection, "select coalesce(max(number), 0) from audit", row -> row.getLong(1))
                .get(0);
        AuditRow open = new AuditRow(Math.max(chain.last().number(), taken) + 1, at, act, null);
        AuditRow row =
                new AuditRow(open.number(), at, act, open.hashAfter(chain.last().hash()));
        insert(connection, row);
        Rows.update(
                connection,
                "update audit_chain set last_number = ?, last_hash = ? where id = 1",
                row.number(),
                row.hash());
        return row;
    }

    private static void insert(Connection connection, AuditRow row) throws SQLException {
        Act act = row.act();
        Rows.update(
                connection,
                "insert into audit (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.number(),
                stored(row.at()),
                act.caller(),
                act.through(),
                act.plugin(),
                act.name(),
                act.subject(),
                act.outcome(),
                act.detail(),
                act.request(),
                row.hash());
    }

    /** Forgets the oldest rows up to this one, some at a time. {@return how many, fewer than that where none is left} */
    static int forget(Connection connection, long upTo, int some) throws SQLException {
        long end = Math.min(upTo, lock(connection).last().number());
        List<Link> oldest = Rows.select(
                connection,
                "select number, coalesce(hash, '') from audit where number <= ? order by number fetch first " + some
                        + " rows only",
                row -> new Link(row.getLong(1), row.getString(2)),
                end);
        if (oldest.isEmpty()) {
            return 0;
        }
        Link before = oldest.get(oldest.size() - 1);
        Rows.update(
                connection,
                "update audit_chain set before_number = ?, before_hash = ? where id = 1",
                before.number(),
                before.hash());
        return Rows.update(connection, "delete from audit where number <= ?", before.number());
    }

    /** {@return the row that a result stands at} */
    static AuditRow row(ResultSet row) throws SQLException {
        return row(row, row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
    }

    private static AuditRow row(ResultSet row, Instant at) throws SQLException {
        Act act = new Act(
                row.getString("caller"),
                row.getString("through"),
                row.getString("plugin"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("outcome"),
                row.getString("detail"),
                row.getString("request_id"));
        return new AuditRow(row.getLong("number"), at, act, row.getString("hash"));
    }

    /** {@return a moment as it stands in the table: in UTC} */
    static LocalDateTime stored(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
