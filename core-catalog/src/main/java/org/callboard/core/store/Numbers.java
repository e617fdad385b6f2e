package org.callboard.core.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.callboard.core.db.Batch;
import org.callboard.core.db.Rows;

/**
 * The numbers of changes. Who takes one locks their row to the end of the transaction: a reader that sees a number sees all
 * that came before it.
 */
final class Numbers {

    static final String CHANGE = "change";
    static final String PRUNED = "pruned";
    static final String IDENTITY = "identity";

    private Numbers() {}

    /** Makes the rows of a new database. */
    static int prepare(Connection connection) throws SQLException {
        if (!Rows.select(connection, "select amount from counter", row -> row.getLong(1))
                .isEmpty()) {
            return 0;
        }
        try (Batch rows = new Batch(connection, "insert into counter (name, amount) values (?, ?)")) {
            rows.add(CHANGE, 0L);
            rows.add(PRUNED, 0L);
            rows.add(IDENTITY, new SecureRandom().nextLong());
            rows.send();
        }
        return 3;
    }

    /** Waits until no other transaction is writing, and keeps others from it to the end of this one. */
    static void lock(Connection connection) throws SQLException {
        Rows.select(connection, "select amount from counter where name = ? for update", row -> row.getLong(1), CHANGE);
    }

    /** Takes so many numbers. {@return the first of them} */
    static long take(Connection connection, int howMany) throws SQLException {
        List<Long> last = Rows.select(
                connection, "select amount from counter where name = ? for update", row -> row.getLong(1), CHANGE);
        set(connection, CHANGE, last.get(0) + howMany);
        return last.get(0) + 1;
    }

    static long get(Connection connection, String name) throws SQLException {
        return Rows.select(connection, "select amount from counter where name = ?", row -> row.getLong(1), name)
                .get(0);
    }

    static void set(Connection connection, String name, long amount) throws SQLException {
        try (Batch update = new Batch(connection, "update counter set amount = ? where name = ?")) {
            update.add(amount, name);
            update.send();
        }
    }
}
