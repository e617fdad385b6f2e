package org.callboard.core.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.storage.Tables;
import org.callboard.api.storage.Work;
import org.callboard.core.db.FurtherConnections.Mode;
import org.jspecify.annotations.Nullable;

/** The tables of one plugin, as one revision of it has them. */
public final class PluginTables implements Tables, AutoCloseable {

    private static final int TRIES = 3;

    private final String plugin;
    private final TableAccess access;
    private final Set<Transaction> running = ConcurrentHashMap.newKeySet();
    private final ThreadLocal<Boolean> working = ThreadLocal.withInitial(() -> false);
    private volatile boolean closed;

    PluginTables(String plugin, TableAccess access) {
        this.plugin = plugin;
        this.access = access;
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return run(Mode.READ, work);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        return run(Mode.WRITE, work);
    }

    private <T extends @Nullable Object> T run(Mode mode, Work<T> work) {
        if (working.get()) {
            throw new IllegalStateException("This thread is in a transaction already: use its connection.");
        }
        working.set(true);
        try {
            return tried(mode, work);
        } finally {
            working.remove();
        }
    }

    private <T extends @Nullable Object> T tried(Mode mode, Work<T> work) {
        for (int tries = 1; ; tries++) {
            Transaction transaction = begin(mode);
            try {
                return access.within(plugin, transaction, open -> once(open, transaction, work));
            } catch (SQLException failure) {
                if (tries == TRIES
                        || transaction.isTakenAway()
                        || !state(failure).startsWith("40")) {
                    throw translated(failure, transaction);
                }
            } finally {
                running.remove(transaction);
            }
        }
    }

    private Transaction begin(Mode mode) {
        Transaction transaction = access.begin(plugin, mode);
        running.add(transaction);
        if (closed) {
            transaction.takeAway("the plugin was stopped.");
        }
        return transaction;
    }

    private static <T extends @Nullable Object> T once(Connection connection, Transaction transaction, Work<T> work)
            throws SQLException {
        boolean isDone = false;
        try {
            T result = work.run(connection);
            isDone = true;
            if (!transaction.end(true)) {
                throw new SQLException("The transaction was taken away.", Transaction.CANCELLED);
            }
            return result;
        } finally {
            if (!isDone) {
                rollBack(transaction);
            }
        }
    }

    /** Whatever ended the work is more to the point than that its rollback failed as well. */
    private static void rollBack(Transaction transaction) {
        try {
            transaction.end(false);
        } catch (SQLException lost) {
            // the connection is not used again
        }
    }

    private PortalException translated(SQLException failure, Transaction transaction) {
        String state = state(failure);
        if (transaction.isTakenAway()) {
            return new PortalException(
                    ProblemKind.UNAVAILABLE,
                    "A transaction of plugin '" + plugin + "' was rolled back: " + transaction.over(),
                    "Try again; if it stays so, look at the plugin's log for what it waits for.",
                    failure);
        }
        if (state.startsWith("23")) {
            return new PortalException(
                    ProblemKind.CONFLICT,
                    "The tables of plugin '" + plugin
                            + "' do not take this: a row is there already, lacks something, or"
                            + " refers to one that is not there.",
                    null,
                    failure);
        }
        boolean isPassing = failure instanceof SQLTransientException || state.matches("(08|40|53|57|HYT).*");
        return new PortalException(
                isPassing ? ProblemKind.UNAVAILABLE : ProblemKind.INTERNAL,
                "The tables of plugin '" + plugin + (isPassing ? "' are busy." : "' could not be used."),
                isPassing ? "Try again in a moment." : "The plugin's log has the cause.",
                failure);
    }

    private static String state(SQLException failure) {
        return String.valueOf(failure.getSQLState());
    }

    /** The revision is stopped: what it still does with tables is rolled back. */
    @Override
    public void close() {
        closed = true;
        running.forEach(transaction -> transaction.takeAway("the plugin was stopped."));
    }
}
