package org.callboard.core.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.h2.engine.Constants;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** What one database does otherwise than another. All statements but these are the same for both. */
public enum Dialect {
    /** In this process. */
    H2("jdbc:h2:", "blob", "See that no other portal uses the same storage.dir, and that this user may write to it.") {

        @Override
        DataSource source(String url, @Nullable String user, @Nullable String password) {
            JdbcDataSource source = new JdbcDataSource();
            source.setUrl(url);
            source.setUser(user == null ? "sa" : user);
            source.setPassword(password == null ? "" : password);
            return source;
        }

        @Override
        void lockOthersOut(Connection connection) {
            // one process has the file to itself
        }

        @Override
        void enter(Connection connection, String schema) throws SQLException {
            Rows.update(connection, "set schema " + schema);
        }

        @Override
        void beginReading(Connection connection) throws SQLException {
            holdStill(connection);
        }

        @Override
        void beginWriting(Connection connection) throws SQLException {
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }

        @Override
        void limitWaiting(Connection connection) {
            // its URL says how long it waits for a table
        }

        /** Its repeatable read holds still what was read before, and not the whole. */
        @Override
        void holdStill(Connection connection) throws SQLException {
            connection.setTransactionIsolation(Constants.TRANSACTION_SNAPSHOT);
        }

        /** Unless told otherwise it has all rows in memory before it hands out the first. */
        @Override
        void streamRows(Connection connection, boolean streams) throws SQLException {
            Rows.update(connection, "set lazy_query_execution " + streams);
        }
    },

    /** A server. */
    POSTGRESQL(
            "jdbc:postgresql:",
            "bytea",
            "See that the server runs and that storage.url, storage.user and storage.password are right.") {

        @Override
        DataSource source(String url, @Nullable String user, @Nullable String password) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(url);
            source.setApplicationName("callboard");
            source.setReWriteBatchedInserts(true);
            if (user != null) {
                source.setUser(user);
            }
            if (password != null) {
                source.setPassword(password);
            }
            return source;
        }

        @Override
        void lockOthersOut(Connection connection) throws SQLException {
            try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
                lock.setLong(1, LOCK);
                lock.executeQuery().close();
            }
        }

        /** A statement whose plan was kept by the server fails once when its table has one column more. */
        @Override
        DataSource plainSource(String url, @Nullable String user, @Nullable String password) {
            DataSource source = source(url, user, password);
            ((PGSimpleDataSource) source).setPrepareThreshold(0);
            return source;
        }

        @Override
        void enter(Connection connection, String schema) throws SQLException {
            Rows.update(connection, "set local search_path to " + schema);
        }

        @Override
        void beginReading(Connection connection) throws SQLException {
            Rows.update(connection, "set transaction isolation level repeatable read, read only");
        }

        @Override
        void beginWriting(Connection connection) {
            // as it is unless told otherwise
        }

        @Override
        void limitWaiting(Connection connection) throws SQLException {
            Rows.update(connection, "set local lock_timeout = '15s'");
        }

        @Override
        void holdStill(Connection connection) throws SQLException {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        }

        @Override
        void streamRows(Connection connection, boolean streams) {
            // the fetch size of a statement does it
        }
    };

    /** Any number, the same in all versions. */
    private static final long LOCK = 7_007_000_001L;

    private final String prefix;
    private final String bytes;
    private final String advice;

    Dialect(String prefix, String bytes, String advice) {
        this.prefix = prefix;
        this.bytes = bytes;
        this.advice = advice;
    }

    /** {@return the one that a JDBC URL belongs to} */
    public static Dialect of(String url) {
        for (Dialect dialect : values()) {
            if (url.startsWith(dialect.prefix)) {
                return dialect;
            }
        }
        throw new PortalException(
                ProblemKind.UNAVAILABLE,
                "The database URL starts with '" + url.split("[/?;]", 2)[0] + "', which is not supported.",
                "Set storage.url to a URL that starts with jdbc:postgresql:, or leave it out.");
    }

    /** {@return the word for bytes of any length} */
    String bytes() {
        return bytes;
    }

    /** {@return what to do where the database can't be opened} */
    String advice() {
        return advice;
    }

    abstract DataSource source(String url, @Nullable String user, @Nullable String password);

    /** {@return the same for connections whose statements are never kept prepared} */
    DataSource plainSource(String url, @Nullable String user, @Nullable String password) {
        return source(url, user, password);
    }

    /** Lets names without a schema be those of this one until the transaction ends, or longer. */
    abstract void enter(Connection connection, String schema) throws SQLException;

    /** Lets the transaction that begins see everything as it is at its beginning, and change nothing where that can be had. */
    abstract void beginReading(Connection connection) throws SQLException;

    /** Lets each statement of the transaction that begins see what was committed before it. */
    abstract void beginWriting(Connection connection) throws SQLException;

    /** Lets the transaction wait for a table that others use, but not for ever. */
    abstract void limitWaiting(Connection connection) throws SQLException;

    /** Waits for other processes that have locked so, and keeps them waiting until the transaction ends. */
    abstract void lockOthersOut(Connection connection) throws SQLException;

    /** Lets the transaction that begins see everything as it is at its beginning, whatever others commit. */
    abstract void holdStill(Connection connection) throws SQLException;

    /** Lets long results be read row by row, or no longer. */
    abstract void streamRows(Connection connection, boolean streams) throws SQLException;
}
