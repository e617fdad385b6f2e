package org.callboard.core.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.storage.Work;
import org.callboard.core.archive.Wording;
import org.callboard.core.db.Database;
import org.callboard.core.db.FurtherConnections;
import org.callboard.core.db.FurtherConnections.Mode;
import org.callboard.core.thread.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** How plugins get at their tables: on connections beside the portal's own, a few for each, none for longer than its time. */
public final class TableAccess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TableAccess.class);
    private static final String LOG_KEY = "plugin";
    private static final int THREADS = 2;
    private static final int LONGEST_SQL = 500;

    private final FurtherConnections connections;
    private final PluginSchemas schemas;
    private final TableLimits limits;
    private final StatementMeter meter;
    private final Map<String, Semaphore> places = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor deadlines;

    /** Opens no connection before one is needed. */
    public TableAccess(Database database, TableLimits limits, StatementMeter meter) {
        this.connections = database.further(limits.connections());
        this.schemas = PluginSchemas.of(database);
        this.limits = limits;
        this.meter = meter;
        this.deadlines = new ScheduledThreadPoolExecutor(THREADS, Workers.named("table-deadlines"));
        deadlines.setRemoveOnCancelPolicy(true);
        // now, or the first plugin to come would be the threads' parent
        deadlines.prestartAllCoreThreads();
        ScheduledFuture<?> unused = deadlines.scheduleWithFixedDelay(connections::tidyUp, 1, 1, TimeUnit.MINUTES);
    }

    /** {@return how many connections are in use} */
    public int used() {
        return connections.used();
    }

    /** {@return how many transactions wait for one} */
    public int waiting() {
        return connections.waiting();
    }

    /** {@return a plugin's tables, to be closed when the revision that has them stops} */
    public PluginTables open(String plugin) {
        return new PluginTables(plugin, this);
    }

    /** Does something while no transaction of the plugin's runs in this process. */
    <R> R alone(String plugin, Supplier<R> work) {
        Semaphore all = places(plugin);
        long millis = limits.deadline().plus(limits.patience()).toMillis();
        if (!acquired(all, limits.transactions(), millis)) {
            throw busy(plugin, "Its transactions do not end.");
        }
        try {
            return work.get();
        } finally {
            all.release(limits.transactions());
        }
    }

    private Semaphore places(String plugin) {
        return places.computeIfAbsent(plugin, id -> new Semaphore(limits.transactions(), true));
    }

    private static boolean acquired(Semaphore places, int number, long millis) {
        try {
            return places.tryAcquire(number, millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Begins a transaction, which is then to be gone {@link #within}. */
    Transaction begin(String plugin, Mode mode) {
        Semaphore own = places(plugin);
        long millis = limits.patience().toMillis();
        if (!acquired(own, 1, millis)) {
            throw busy(plugin, limits.transactions() + " transactions of it are running.");
        }
        Transaction begun = null;
        try {
            Connection connection = connections.take(schemas.of(plugin), mode, millis);
            if (connection == null) {
                throw busy(plugin, "Other plugins use all connections that there are for plugins.");
            }
            begun = new Transaction(connection, connections, mode);
            return begun;
        } catch (SQLException failure) {
            throw unusable(plugin, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy(plugin, "The call was interrupted.");
        } finally {
            if (begun == null) {
                own.release();
            }
        }
    }

    /** Does the work in a transaction that was begun, and takes it away when its time is over. */
    <T extends @Nullable Object> T within(String plugin, Transaction transaction, Work<T> work) throws SQLException {
        ScheduledFuture<?> deadline = null;
        try {
            deadline = deadline(plugin, transaction);
            return work.run(GuardedConnection.of(transaction, (sql, nanos) -> executed(plugin, sql, nanos)));
        } finally {
            if (deadline != null) {
                deadline.cancel(false);
            }
            places(plugin).release();
        }
    }

    private @Nullable ScheduledFuture<?> deadline(String plugin, Transaction transaction) {
        try {
            return deadlines.schedule(
                    () -> tooLong(plugin, transaction), limits.deadline().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            transaction.takeAway("the portal stops.");
            return null;
        }
    }

    private void tooLong(String plugin, Transaction transaction) {
        Transaction.Running running = transaction.running();
        String where = running == null ? "its code was not at a statement" : "it was at: " + shown(running.sql());
        log(plugin, "A transaction took longer than " + words(limits.deadline()) + " and is rolled back; " + where);
        transaction.takeAway("it took longer than " + words(limits.deadline()) + ".");
    }

    private void executed(String plugin, String sql, long nanos) {
        Duration took = Duration.ofNanos(nanos);
        meter.statement(plugin, took);
        if (took.compareTo(limits.slow()) > 0) {
            log(plugin, "A statement took " + took.toMillis() + " ms: " + shown(sql));
        }
    }

    private static String words(Duration time) {
        long millis = time.toMillis();
        return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms";
    }

    private static String shown(String sql) {
        return Wording.line(sql.replaceAll("\\s+", " ").strip(), LONGEST_SQL);
    }

    /** The line belongs to the plugin's log, whichever thread finds out. */
    private static void log(String plugin, String line) {
        @Nullable String before = MDC.get(LOG_KEY);
        MDC.put(LOG_KEY, plugin);
        try {
            LOG.warn("Plugin '{}': {}", plugin, line);
        } finally {
            if (before == null) {
                MDC.remove(LOG_KEY);
            } else {
                MDC.put(LOG_KEY, before);
            }
        }
    }

    private static PortalException busy(String plugin, String why) {
        return new PortalException(
                ProblemKind.UNAVAILABLE,
                "The tables of plugin '" + plugin + "' are busy. " + why,
                "Try again; if it stays so, look at the plugin's log for what it waits for.");
    }

    private static PortalException unusable(String plugin, SQLException failure) {
        return new PortalException(
                ProblemKind.UNAVAILABLE,
                "The tables of plugin '" + plugin + "' can't be reached.",
                "See that the plugin's jar has migrations, and that the database answers.",
                failure);
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        connections.close();
    }
}
