package org.callboard.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.storage.Tables;
import org.callboard.api.storage.Work;
import org.jspecify.annotations.Nullable;

/**
 * The plugin's tables in an H2 database in memory, as the files {@code migrations/*.sql} of its class path make them. Each
 * has a database of its own, empty at the beginning, which is there until the tests end. It does not check migrations as
 * the portal does, and has no deadlines. Thread-safe.
 */
public final class MemoryTables implements Tables {

    private static final String ROW_RULE = "23";

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private final ThreadLocal<Boolean> isWithin = ThreadLocal.withInitial(() -> false);

    /**
     * Makes the tables.
     *
     * @throws AssertionError where a migration fails, with its name, or where there is none
     */
    public MemoryTables() {
        try (Connection connection = DriverManager.getConnection(url)) {
            ClassPathMigrations.run(connection);
        } catch (SQLException failure) {
            throw new AssertionError("There is no database for the tables.", failure);
        }
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return within(connection -> {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            T found = work.run(connection);
            connection.rollback();
            return found;
        });
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        return within(connection -> {
            T done = work.run(connection);
            connection.commit();
            return done;
        });
    }

    /** What isn't committed is gone with the connection. */
    private <T extends @Nullable Object> T within(Work<T> work) {
        if (isWithin.get()) {
            throw new IllegalStateException("Work within work would wait for itself.");
        }
        isWithin.set(true);
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            return work.run(connection);
        } catch (SQLException failure) {
            throw refused(failure);
        } finally {
            isWithin.remove();
        }
    }

    private static PortalException refused(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        ProblemKind kind = state.startsWith(ROW_RULE) ? ProblemKind.CONFLICT : ProblemKind.INTERNAL;
        return new PortalException(kind, "The statement failed: " + failure.getMessage(), null, failure);
    }
}
