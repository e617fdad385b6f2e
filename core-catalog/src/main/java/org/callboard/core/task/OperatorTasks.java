package org.callboard.core.task;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.task.TaskInfo;
import org.callboard.api.task.TaskInfo.State;
import org.callboard.api.task.Tasks;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.session.Permissions;
import org.jspecify.annotations.Nullable;

/** The tasks as operators see and steer them. */
public final class OperatorTasks implements Tasks {

    private final Supplier<List<KnownTask>> known;
    private final TaskRows rows;
    private final TaskRunner runner;
    private final Timing timing;
    private final AuditLog audit;

    OperatorTasks(Supplier<List<KnownTask>> known, TaskRows rows, TaskRunner runner, Timing timing, AuditLog audit) {
        this.known = known;
        this.rows = rows;
        this.runner = runner;
        this.timing = timing;
        this.audit = audit;
    }

    @Override
    public List<TaskInfo> list(Caller caller) {
        Permissions.require(caller, Permission.TASK_READ);
        Map<TaskKey, TaskRow> all = rows.all();
        return known.get().stream()
                .sorted(Comparator.comparing(KnownTask::key))
                .map(task -> info(task, all.get(task.key())))
                .toList();
    }

    private TaskInfo info(KnownTask task, @Nullable TaskRow row) {
        Running run = runner.running(task.key());
        return new TaskInfo(
                task.key().plugin(),
                task.key().id(),
                task.title(),
                task.schedule().words(),
                state(task, row, run),
                message(task, run),
                row == null ? null : row.last(),
                row == null ? null : row.due());
    }

    private State state(KnownTask task, @Nullable TaskRow row, @Nullable Running run) {
        if (run != null) {
            return run.isStuck() ? State.STUCK : State.RUNNING;
        }
        if (!task.trouble().isEmpty()) {
            return State.FAILED;
        }
        if (row == null) {
            return State.WAITING;
        }
        if (row.lease() != null) {
            return State.RUNNING;
        }
        Instant due = row.due();
        return due != null && !due.isAfter(timing.now()) ? State.QUEUED : row.isPaused() ? State.PAUSED : State.WAITING;
    }

    private static String message(KnownTask task, @Nullable Running run) {
        if (run == null) {
            return task.trouble();
        }
        return run.isStuck()
                ? "The run of " + run.started()
                        + " was to end, and its thread goes on; none begins before it has ended."
                : run.message();
    }

    @Override
    public void run(Caller caller, String plugin, String id) {
        steer(caller, "task.run", new TaskKey(plugin, id), key -> rows.ask(key, timing.now()));
    }

    @Override
    public void pause(Caller caller, String plugin, String id) {
        steer(caller, "task.pause", new TaskKey(plugin, id), key -> rows.pause(key, true));
    }

    @Override
    public void resume(Caller caller, String plugin, String id) {
        steer(caller, "task.resume", new TaskKey(plugin, id), key -> rows.pause(key, false));
    }

    private interface Act {
        /** {@return whether there is such a task} */
        boolean on(TaskKey key);
    }

    private void steer(Caller caller, String what, TaskKey key, Act act) {
        Permissions.require(caller, Permission.TASK_RUN);
        KnownTask task = known.get().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElse(null);
        if (task != null) {
            Permissions.require(
                    caller, Permission.TASK_RUN, key.plugin(), task.revision().owner());
        }
        if (task == null || !act.on(key)) {
            throw new PortalException(
                    ProblemKind.NOT_FOUND,
                    "No plugin that serves has a task " + key + ".",
                    "GET /api/tasks lists those there are.");
        }
        audit.record(caller, what, key.toString(), AuditLog.Outcome.DONE, null);
        runner.wake();
    }
}
