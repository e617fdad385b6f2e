package org.callboard.core.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** One statement for many rows, sent some hundreds at a time. Costs nothing where no row is added. */
public final class Batch implements AutoCloseable {

    private static final int ROWS = 500;

    private final Connection connection;
    private final String sql;
    private @Nullable PreparedStatement statement;
    private int waiting;

    /** Prepares the statement for use on this connection. */
    public Batch(Connection connection, String sql) {
        this.connection = connection;
        this.sql = sql;
    }

    /** Adds a row; values are texts, numbers, bytes or null. */
    public void add(@Nullable Object... values) throws SQLException {
        PreparedStatement prepared = statement;
        if (prepared == null) {
            prepared = connection.prepareStatement(sql);
            statement = prepared;
        }
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
        prepared.addBatch();
        if (++waiting == ROWS) {
            send();
        }
    }

    /** Sends what was added since. */
    public void send() throws SQLException {
        if (statement != null && waiting > 0) {
            statement.executeBatch();
            waiting = 0;
        }
    }

    /** Ends the statement; what was not sent is dropped. */
    @Override
    public void close() throws SQLException {
        if (statement != null) {
            statement.close();
        }
    }
}
