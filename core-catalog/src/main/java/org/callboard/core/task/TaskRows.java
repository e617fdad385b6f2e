package org.callboard.core.task;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.api.task.TaskInfo;
import org.callboard.api.task.TaskInfo.Outcome;
import org.callboard.core.db.Database;
import org.callboard.core.db.Rows;
import org.jspecify.annotations.Nullable;

/** The table of tasks: by it several nodes agree on who runs what. */
final class TaskRows {

    private static final int LONGEST = 2_000;
    private static final String SELECT = "select plugin, id, schedule, digest, next_run, asked, paused, node, lease,"
            + " started, last_started, last_millis, last_outcome, last_message from task";
    private static final String ONE = " where plugin = ? and id = ?";
    private static final String MINE = ONE + " and node = ?";

    private final Database database;
    private final String node;

    TaskRows(Database database, String node) {
        this.database = database;
        this.node = node;
    }

    Map<TaskKey, TaskRow> all() {
        Map<TaskKey, TaskRow> all = new TreeMap<>();
        database.read(connection -> Rows.select(connection, SELECT, TaskRows::read))
                .forEach(row -> all.put(row.key(), row));
        return all;
    }

    private static TaskRow read(ResultSet row) throws SQLException {
        Instant until = instant(row, 9);
        Instant started = instant(row, 10);
        Instant last = instant(row, 11);
        String outcome = row.getString(13);
        return new TaskRow(
                new TaskKey(row.getString(1), row.getString(2)),
                row.getString(3),
                row.getString(4),
                instant(row, 5),
                instant(row, 6),
                row.getBoolean(7),
                until == null || started == null ? null : new TaskRow.Lease(row.getString(8), until, started),
                last == null || outcome == null
                        ? null
                        : new TaskInfo.Run(
                                last, Duration.ofMillis(row.getLong(12)), Outcome.valueOf(outcome), row.getString(14)));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    /**
     * Takes up a task that a revision brings. One whose schedule is the same as before keeps its time, unless it has none or
     * the new revision is to run it soon.
     *
     * @param first when it is due where it is new
     */
    void know(KnownTask task, @Nullable Instant first) {
        TaskKey key = task.key();
        database.alone(connection -> {
            List<TaskRow> found = Rows.select(connection, SELECT + ONE, TaskRows::read, key.plugin(), key.id());
            String set = found.isEmpty()
                    ? "insert into task (schedule, digest, next_run, plugin, id, paused) values (?, ?, ?, ?, ?, false)"
                    : "update task set schedule = ?, digest = ?, next_run = ?" + ONE;
            return Rows.update(
                    connection,
                    set,
                    task.schedule().words(),
                    task.revision().name().digest(),
                    millis(found.isEmpty() ? first : next(found.get(0), task, first)),
                    key.plugin(),
                    key.id());
        });
    }

    private static @Nullable Instant next(TaskRow row, KnownTask task, @Nullable Instant first) {
        Instant next = row.next();
        boolean isSame = row.digest().equals(task.revision().name().digest());
        boolean stays = row.schedule().equals(task.schedule().words())
                && next != null
                && (isSame || first == null || next.isBefore(first));
        return stays ? next : first;
    }

    /** Takes a task that is due and that nobody runs. {@return whether this node has it now} */
    boolean claim(TaskKey key, Instant now, Instant until) {
        return 1
                == database.inTransaction(connection -> Rows.update(
                        connection,
                        "update task set node = ?, lease = ?, started = ?, asked = null" + ONE
                                + " and node is null and (asked <= ? or (next_run <= ? and not paused))",
                        node,
                        millis(until),
                        millis(now),
                        key.plugin(),
                        key.id(),
                        millis(now),
                        millis(now)));
    }

    /** {@return whether the task is this node's still, for so much longer} */
    boolean renew(TaskKey key, Instant until) {
        return 1
                == database.inTransaction(connection -> Rows.update(
                        connection, "update task set lease = ?" + MINE, millis(until), key.plugin(), key.id(), node));
    }

    /** Writes down a run that has ended, and when the next is due. The lease is kept until {@link #release}. */
    void ended(TaskKey key, TaskInfo.Run run, @Nullable Instant next) {
        database.inTransaction(connection -> Rows.update(
                connection,
                "update task set next_run = ?, last_started = ?, last_millis = ?, last_outcome = ?, last_message = ?"
                        + MINE,
                millis(next),
                millis(run.started()),
                run.took().toMillis(),
                run.outcome().name(),
                cut(run.message()),
                key.plugin(),
                key.id(),
                node));
    }

    /**
     * Lets others have the task.
     *
     * @param asked when somebody asked for the run, where it did not come about; else null
     */
    void release(TaskKey key, @Nullable Instant asked) {
        database.inTransaction(connection -> Rows.update(
                connection,
                "update task set node = null, lease = null, started = null, asked = coalesce(asked, ?)" + MINE,
                millis(asked),
                key.plugin(),
                key.id(),
                node));
    }

    /** Writes down that a node ended in the middle of a run. */
    void lost(TaskRow row, TaskInfo.Run run, @Nullable Instant next) {
        TaskRow.Lease lease = row.lease();
        if (lease != null) {
            database.inTransaction(connection -> Rows.update(
                    connection,
                    "update task set node = null, lease = null, started = null, next_run = ?, last_started = ?,"
                            + " last_millis = ?, last_outcome = ?, last_message = ?" + MINE + " and lease = ?",
                    millis(next),
                    millis(run.started()),
                    run.took().toMillis(),
                    run.outcome().name(),
                    cut(run.message()),
                    row.key().plugin(),
                    row.key().id(),
                    lease.node(),
                    millis(lease.until())));
        }
    }

    /** {@return whether there is such a task} */
    boolean ask(TaskKey key, Instant now) {
        return change("asked = ?", key, millis(now));
    }

    /** {@return whether there is such a task} */
    boolean pause(TaskKey key, boolean isPaused) {
        return change("paused = ?", key, isPaused);
    }

    private boolean change(String what, TaskKey key, @Nullable Object value) {
        return 1
                == database.inTransaction(connection ->
                        Rows.update(connection, "update task set " + what + ONE, value, key.plugin(), key.id()));
    }

    /** Forgets the tasks of plugins that are not installed any more. {@return how many} */
    int forgetRemoved() {
        return database.inTransaction(
                connection -> Rows.update(connection, "delete from task where plugin not in (select id from plugin)"));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
