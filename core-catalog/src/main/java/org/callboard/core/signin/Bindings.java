package org.callboard.core.signin;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.signin.SignedInPerson;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.callboard.core.entity.Sha256;

/**
 * Who has which user: whoever was the first to be it, until an operator releases it. So nobody becomes another by being renamed
 * where they come from, or by an address.
 */
public final class Bindings {

    private static final int LONGEST = 1_000;
    private static final String COLUMNS = "select ref, issuer, subject, bound from person";

    private final Database database;
    private final Clock clock;

    /** Keeps them in this database. */
    public Bindings(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * {@return the user whom somebody is}: the one they were before, or from now on this one
     *
     * @throws PortalException NOT_ALLOWED where somebody else is
     */
    String bind(SignedInPerson person, String user) {
        if (person.issuer().length() > LONGEST || person.subject().length() > LONGEST) {
            throw new PortalException(ProblemKind.NOT_ALLOWED, "The names that came back are too long.");
        }
        String who = Sha256.hex(person.issuer() + "\n" + person.subject());
        Optional<Binding> known = database.read(connection -> select(connection, " where who = ?", who));
        return known.isPresent()
                ? known.get().user()
                : database.alone(connection -> bind(connection, person, who, user));
    }

    private String bind(Connection connection, SignedInPerson person, String who, String user) throws SQLException {
        Optional<Binding> known = select(connection, " where who = ?", who);
        if (known.isPresent()) {
            return known.get().user();
        }
        if (select(connection, " where ref = ?", user).isPresent()) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "Somebody else signed in as " + user + " before.",
                    "If that was you by another account, an administrator releases it: DELETE /api/people/" + user
                            + "/binding.");
        }
        int unused = Rows.update(
                connection,
                "insert into person (ref, who, issuer, subject, bound) values (?, ?, ?, ?, ?)",
                user,
                who,
                person.issuer(),
                person.subject(),
                clock.millis());
        return user;
    }

    private static Optional<Binding> select(Connection connection, String where, String value) throws SQLException {
        return Rows.select(connection, COLUMNS + where, Bindings::binding, value).stream()
                .findFirst();
    }

    private static Binding binding(ResultSet row) throws SQLException {
        return new Binding(
                row.getString("ref"),
                row.getString("issuer"),
                row.getString("subject"),
                Instant.ofEpochMilli(row.getLong("bound")));
    }

    /** {@return who has which user, by user} */
    public List<Binding> list() {
        return database.read(connection -> Rows.select(connection, COLUMNS + " order by ref", Bindings::binding));
    }

    /**
     * Leaves a user to whoever signs in as it next.
     *
     * @throws PortalException NOT_FOUND where nobody had it
     */
    public void release(String user) {
        int released =
                database.inTransaction(connection -> Rows.update(connection, "delete from person where ref = ?", user));
        if (released == 0) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND, "Nobody is bound to that user.", "GET /api/people lists who is.");
        }
    }
}
