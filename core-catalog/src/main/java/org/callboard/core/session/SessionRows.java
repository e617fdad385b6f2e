package org.callboard.core.session;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.policy.Identity;
import org.jspecify.annotations.Nullable;

/** The table of sessions. */
final class SessionRows {

    private static final int LONGEST = 1_000;

    private final Database database;

    SessionRows(Database database) {
        this.database = database;
    }

    /** Adds one, and forgets those that are over. */
    void add(SessionRow row, Duration idle) {
        int unused = database.inTransaction(connection -> {
            Rows.update(
                    connection,
                    "delete from session where expires < ? or used < ?",
                    Timestamp.from(row.used()),
                    row.used().minus(idle).toEpochMilli());
            return insert(connection, row);
        });
    }

    private static int insert(Connection connection, SessionRow row) throws SQLException {
        Session session = row.session();
        Identity who = session.identity();
        SessionRow.Sealed proof = row.proof();
        return Rows.update(
                connection,
                "insert into session (hash, caller, csrf, expires, display_name, issuer, subject, member_of, used,"
                        + " plugin, choice, proof, check_again) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                session.id(),
                who.name(),
                session.csrf(),
                Timestamp.from(session.expires()),
                shortened(who.displayName()),
                who.issuer(),
                who.subject(),
                String.join(" ", who.groups()),
                row.used().toEpochMilli(),
                proof == null ? null : proof.plugin(),
                proof == null ? null : proof.choice(),
                proof == null ? null : proof.text(),
                millis(row.checkAgain()));
    }

    private static String shortened(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }

    private static @Nullable Long millis(@Nullable Instant moment) {
        return moment == null ? null : moment.toEpochMilli();
    }

    /** {@return the session of this id} One that was not used yet counts as used now. */
    Optional<SessionRow> find(String id, Instant now) {
        return database
                .read(connection ->
                        Rows.select(connection, "select * from session where hash = ?", row -> row(row, now), id))
                .stream()
                .findFirst();
    }

    /** {@return some sessions of a user, those last used first} */
    List<SessionRow> of(String user, Instant now, int most) {
        return database.read(connection -> Rows.select(
                connection,
                "select * from session where caller = ? order by used desc fetch first " + most + " rows only",
                row -> row(row, now),
                user));
    }

    private static SessionRow row(ResultSet row, Instant now) throws SQLException {
        long used = row.getLong("used");
        Instant lastUsed = row.wasNull() ? now : Instant.ofEpochMilli(used);
        Session session = new Session(
                row.getString("hash"),
                identity(row),
                row.getString("csrf"),
                row.getTimestamp("expires").toInstant());
        return new SessionRow(session, lastUsed, proof(row));
    }

    private static Identity identity(ResultSet row) throws SQLException {
        String display = row.getString("display_name");
        String groups = row.getString("member_of");
        return display == null
                ? Identity.ADMINISTRATOR
                : new Identity(
                        row.getString("caller"),
                        display,
                        row.getString("issuer"),
                        row.getString("subject"),
                        groups == null || groups.isEmpty() ? Set.of() : Set.of(groups.split(" ")));
    }

    private static SessionRow.@Nullable Sealed proof(ResultSet row) throws SQLException {
        String text = row.getString("proof");
        long checkAgain = row.getLong("check_again");
        Instant due = row.wasNull() ? null : Instant.ofEpochMilli(checkAgain);
        return text == null ? null : new SessionRow.Sealed(row.getString("plugin"), row.getString("choice"), due, text);
    }

    void use(String id, Instant now) {
        int unused = change("update session set used = ? where hash = ?", now.toEpochMilli(), id);
    }

    /** {@return whether it is this node that asks}: until then, nobody else does */
    boolean claim(SessionRow row, Instant until) {
        return change(
                        "update session set check_again = ? where hash = ? and check_again = ?",
                        until.toEpochMilli(),
                        row.session().id(),
                        millis(row.checkAgain()))
                == 1;
    }

    void renew(SessionRow row) {
        Identity who = row.session().identity();
        SessionRow.Sealed proof = row.proof();
        int unused = change(
                "update session set display_name = ?, member_of = ?, proof = ?, check_again = ? where hash = ?",
                shortened(who.displayName()),
                String.join(" ", who.groups()),
                proof == null ? null : proof.text(),
                millis(row.checkAgain()),
                row.session().id());
    }

    void remove(String id) {
        int unused = change("delete from session where hash = ?", id);
    }

    void removeOf(String user) {
        int unused = change("delete from session where caller = ?", user);
    }

    private int change(String sql, @Nullable Object... values) {
        return database.inTransaction((Connection connection) -> Rows.update(connection, sql, values));
    }
}
