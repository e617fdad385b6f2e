package org.callboard.core.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.callboard.core.db.FurtherConnections;
import org.callboard.core.db.FurtherConnections.Mode;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that a plugin's work is in. It ends once: by the work's return, or by being taken away, from whichever
 * thread, while the work goes on without it.
 */
final class Transaction {

    /** As databases say that somebody cancelled. */
    static final String CANCELLED = "57014";

    private static final int TRIES = 40;
    private static final long TRY_MILLIS = 50;

    private final Connection connection;
    private final FurtherConnections connections;
    private final Mode mode;
    private final ReentrantLock turn = new ReentrantLock();
    private final List<Statement> statements = new ArrayList<>();
    private volatile @Nullable Running running;
    private volatile @Nullable String over;
    private volatile boolean isTakenAway;
    private boolean ended;

    Transaction(Connection connection, FurtherConnections connections, Mode mode) {
        this.connection = connection;
        this.connections = connections;
        this.mode = mode;
    }

    /** A statement that is being executed. */
    record Running(Statement statement, String sql) {}

    /** Something that is done with the connection. */
    @FunctionalInterface
    interface Step {
        @Nullable Object take() throws Throwable;
    }

    Connection connection() {
        return connection;
    }

    Mode mode() {
        return mode;
    }

    /** {@return why nothing can be done in it any more, or null} */
    @Nullable String over() {
        return over;
    }

    /** {@return whether it ended otherwise than by its work's return} */
    boolean isTakenAway() {
        return isTakenAway;
    }

    /** {@return the statement that is being executed, or null} */
    @Nullable Running running() {
        return running;
    }

    void checkGoesOn() throws SQLException {
        String why = over;
        if (why != null) {
            throw new SQLTimeoutException("The transaction is over: " + why, CANCELLED);
        }
    }

    /** Takes a step that may wait for the database; it can be cancelled meanwhile. */
    @Nullable Object step(@Nullable Running statement, Step step) throws Throwable {
        turn.lock();
        try {
            running = statement;
            checkGoesOn();
            return step.take();
        } finally {
            running = null;
            turn.unlock();
        }
    }

    /** The statement ends with the transaction. */
    void opened(Statement statement) {
        turn.lock();
        try {
            statements.add(statement);
        } finally {
            turn.unlock();
        }
    }

    /** Ends it from the thread of its work. {@return whether it was committed} */
    boolean end(boolean commits) throws SQLException {
        turn.lock();
        try {
            if (ended) {
                return false;
            }
            boolean isCommitted = returned() && commits;
            finish(isCommitted);
            return isCommitted;
        } finally {
            turn.unlock();
        }
    }

    private synchronized boolean returned() {
        if (over != null) {
            return false;
        }
        over = "its work has returned.";
        return true;
    }

    /** Takes it away: cancels what it executes, rolls it back, and leaves the work with a connection that is of no use. */
    void takeAway(String why) {
        if (!claims(why)) {
            return;
        }
        try {
            for (int tries = 0; tries < TRIES; tries++) {
                cancel();
                if (turn.tryLock(TRY_MILLIS, TimeUnit.MILLISECONDS)) {
                    finishNow();
                    return;
                }
            }
            // whoever is in it finishes it when the database lets go
            connection.abort(Runnable::run);
        } catch (SQLException lost) {
            // it ends by that as well
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Of several who want to end it, the first does. */
    private synchronized boolean claims(String why) {
        if (over != null) {
            return false;
        }
        over = why;
        isTakenAway = true;
        return true;
    }

    private void finishNow() throws SQLException {
        try {
            if (!ended) {
                finish(false);
            }
        } finally {
            turn.unlock();
        }
    }

    private void cancel() throws SQLException {
        Running now = running;
        if (now != null) {
            now.statement().cancel();
        }
    }

    private void finish(boolean commits) throws SQLException {
        ended = true;
        boolean isClean = false;
        try {
            for (Statement statement : statements) {
                statement.close();
            }
            if (commits) {
                connection.commit();
            } else {
                connection.rollback();
            }
            isClean = true;
        } finally {
            if (isClean) {
                connections.giveBack(connection);
            } else {
                connections.discard(connection);
            }
        }
    }
}
