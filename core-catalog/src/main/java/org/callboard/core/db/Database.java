package org.callboard.core.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.List;
import javax.sql.DataSource;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** The database and its connections. Thread-safe; a transaction that returned is on the disk. */
public final class Database implements AutoCloseable {

    private static final int CONNECTIONS = 6;
    private static final long PATIENCE_MILLIS = 10_000;

    private final Dialect dialect;
    private final DataSource plain;
    private final HikariDataSource pool;
    private final Answers answers = new Answers();
    private final Product product;

    private record Product(String name, String version) {}

    /** Opens the embedded database in this folder, or makes it, and brings its tables up to date. */
    public Database(Path folder) {
        this(DatabaseAddress.in(folder).url(), null, null);
    }

    /**
     * Opens the database behind a JDBC URL and brings its tables up to date.
     *
     * @param user null where the URL says it
     * @param password null where the URL says it or none is needed
     * @throws PortalException where it can't be opened, or belongs to a newer version of the portal
     */
    public Database(String url, @Nullable String user, @Nullable String password) {
        this.dialect = Dialect.of(url);
        this.plain = dialect.plainSource(url, user, password);
        this.pool = open(dialect, dialect.source(url, user, password));
        try {
            alone(new Migrations(dialect)::run);
            product = read(Database::product);
        } catch (RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    private static Product product(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        return new Product(data.getDatabaseProductName(), data.getDatabaseProductVersion());
    }

    private static HikariDataSource open(Dialect dialect, DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("database");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        try {
            return new HikariDataSource(config);
        } catch (RuntimeException failure) {
            throw new PortalException(
                    ProblemKind.UNAVAILABLE,
                    "The database can't be opened: " + firstLine(rootOf(failure)) + ".",
                    dialect.advice(),
                    failure);
        }
    }

    /** Does all of the work or, where it fails, none of it. */
    public <T extends @Nullable Object> T inTransaction(SqlWork<T> work) {
        try (Connection connection = pool.getConnection()) {
            T result = commit(connection, work);
            answers.answered();
            return result;
        } catch (SQLException failure) {
            PortalException unavailable = unavailable(failure);
            if (unavailable.kind() == ProblemKind.UNAVAILABLE) {
                answers.failed();
            }
            throw unavailable;
        }
    }

    /** {@return how things stand with it} It is not asked for that. */
    public DatabaseState state() {
        HikariPoolMXBean connections = pool.getHikariPoolMXBean();
        return new DatabaseState(
                product.name(),
                product.version(),
                connections.getActiveConnections(),
                CONNECTIONS,
                connections.getThreadsAwaitingConnection(),
                answers.last(),
                answers.failing());
    }

    /** Does the work while no other process does work so; for what may happen once only. */
    public <T extends @Nullable Object> T alone(SqlWork<T> work) {
        return inTransaction(connection -> {
            dialect.lockOthersOut(connection);
            return work.run(connection);
        });
    }

    /** {@return which database it is} */
    public Dialect dialect() {
        return dialect;
    }

    /** {@return connections beside the portal's own, so many at the most: who works on them can't use up those} */
    public FurtherConnections further(int most) {
        return new FurtherConnections(dialect, plain, most);
    }

    /** Defines something while no other process does; waits for those who use it, but not for ever. */
    public <T extends @Nullable Object> T defining(SqlWork<T> work) {
        return alone(connection -> {
            dialect.limitWaiting(connection);
            return work.run(connection);
        });
    }

    /** {@return the number of the last migration that this version of the portal knows} */
    public static int newestMigration() {
        return Migrations.newest();
    }

    /** Reads everything as it is at one moment, whatever others write meanwhile; the work must not write. */
    public <T extends @Nullable Object> T snapshot(SqlWork<T> work) {
        return inTransaction(connection -> {
            dialect.holdStill(connection);
            dialect.streamRows(connection, true);
            try {
                return work.run(connection);
            } finally {
                dialect.streamRows(connection, false);
            }
        });
    }

    /**
     * Makes the tables of an empty database as they were at a migration, fills them, and brings them up to date.
     *
     * @throws PortalException where the database is not empty
     */
    public static <T extends @Nullable Object> T fillEmpty(DatabaseAddress address, int migration, SqlWork<T> fill) {
        Dialect dialect = Dialect.of(address.url());
        try (HikariDataSource pool = open(dialect, dialect.source(address.url(), address.user(), address.password()));
                Connection connection = pool.getConnection()) {
            return commit(connection, open -> {
                dialect.lockOthersOut(open);
                requireEmpty(open);
                Migrations migrations = new Migrations(dialect);
                migrations.run(open, migration);
                T filled = fill.run(open);
                migrations.run(open);
                return filled;
            });
        } catch (SQLException failure) {
            throw unavailable(failure);
        }
    }

    private static void requireEmpty(Connection connection) throws SQLException {
        List<Table> tables = Table.all(connection);
        if (!tables.isEmpty()) {
            throw new PortalException(
                    ProblemKind.CONFLICT,
                    "The database is not empty: it has a table " + tables.get(0).name() + ".",
                    "Name an empty database or schema with storage.url.");
        }
    }

    /** Reads; the work must not write. */
    public <T extends @Nullable Object> T read(SqlWork<T> work) {
        return inTransaction(work);
    }

    private static <T extends @Nullable Object> T commit(Connection connection, SqlWork<T> work) throws SQLException {
        try {
            T result = work.run(StatementCount.counted(connection));
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error failure) {
            rollBack(connection, failure);
            throw failure;
        }
    }

    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException failure) {
            reason.addSuppressed(failure);
        }
    }

    private static PortalException unavailable(SQLException failure) {
        boolean passing = failure instanceof SQLTransientException || isPassing(String.valueOf(failure.getSQLState()));
        return new PortalException(
                passing ? ProblemKind.UNAVAILABLE : ProblemKind.INTERNAL,
                passing ? "The database is busy." : "The database failed.",
                passing ? "Try again in a moment." : "The portal's log has the cause.",
                failure);
    }

    /** Connection lost, transaction given up for another's sake, no resources, shut down by an operator. */
    private static boolean isPassing(String state) {
        return state.matches("(08|40|53|57).*");
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }

    /** Waits for nobody: work that is under way fails, or ends by itself. */
    @Override
    public void close() {
        pool.close();
    }
}
