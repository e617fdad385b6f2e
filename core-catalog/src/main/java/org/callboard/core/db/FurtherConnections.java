package org.callboard.core.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections for work that is not the portal's own. They are opened by whoever needs one, so that no thread of a pool is
 * ever the child of a plugin's.
 */
public final class FurtherConnections implements AutoCloseable {

    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int ANSWER_SECONDS = 2;

    private final Dialect dialect;
    private final DataSource source;
    private final int most;
    private final Semaphore places;
    private final Deque<Idle> idle = new ArrayDeque<>();
    private boolean closed;

    FurtherConnections(Dialect dialect, DataSource source, int most) {
        this.dialect = dialect;
        this.source = source;
        this.most = most;
        this.places = new Semaphore(most, true);
    }

    private record Idle(Connection connection, long since) {}

    /** What a transaction does. */
    public enum Mode {
        /** It sees everything as it is at its beginning. */
        READ,
        /** It changes rows. */
        WRITE
    }

    /** {@return a connection whose transaction begins, or null where none was free for so long} */
    public @Nullable Connection take(String schema, Mode mode, long millis) throws SQLException, InterruptedException {
        if (!places.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            return null;
        }
        Connection connection = null;
        try {
            connection = open();
            if (mode == Mode.READ) {
                dialect.beginReading(connection);
            } else {
                dialect.beginWriting(connection);
            }
            dialect.enter(connection, schema);
            return connection;
        } catch (SQLException | RuntimeException failure) {
            discard(connection);
            throw failure;
        }
    }

    private Connection open() throws SQLException {
        for (Idle found = poll(); found != null; found = poll()) {
            boolean isTrusted = System.nanoTime() - found.since() < TRUSTED_NANOS;
            if (isTrusted || found.connection().isValid(ANSWER_SECONDS)) {
                return found.connection();
            }
            end(found.connection());
        }
        Connection connection = source.getConnection();
        try {
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException failure) {
            end(connection);
            throw failure;
        }
    }

    private synchronized @Nullable Idle poll() throws SQLException {
        if (closed) {
            throw new SQLTransientConnectionException("The portal stops.");
        }
        return idle.pollLast();
    }

    /** Takes back a connection whose transaction has ended. */
    public void giveBack(Connection connection) {
        boolean isKept;
        synchronized (this) {
            isKept = !closed && idle.add(new Idle(connection, System.nanoTime()));
        }
        if (!isKept) {
            end(connection);
        }
        places.release();
    }

    /** Takes back a connection that is not to be used again. */
    public void discard(@Nullable Connection connection) {
        if (connection != null) {
            end(connection);
        }
        places.release();
    }

    /** {@return how many are in use} */
    public int used() {
        return most - places.availablePermits();
    }

    /** {@return how many threads wait for one} */
    public int waiting() {
        return places.getQueueLength();
    }

    /** Closes what nobody has needed for a while. */
    public void tidyUp() {
        closeIdle(System.nanoTime() - IDLE_NANOS);
    }

    private void closeIdle(long before) {
        List<Connection> old = new ArrayList<>();
        synchronized (this) {
            while (!idle.isEmpty() && idle.getFirst().since() - before <= 0) {
                old.add(idle.removeFirst().connection());
            }
        }
        old.forEach(FurtherConnections::end);
    }

    private static void end(Connection connection) {
        try {
            connection.close();
        } catch (SQLException lost) {
            // it is gone either way
        }
    }

    /** Closes the connections, and those in use when they are given back. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        closeIdle(System.nanoTime());
    }
}
