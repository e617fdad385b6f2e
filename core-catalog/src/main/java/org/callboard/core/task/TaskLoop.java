package org.callboard.core.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callboard.api.task.TaskInfo;
import org.callboard.api.task.TaskInfo.Outcome;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.db.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the tasks of the plugins that serve run when they are due. A task is run by whoever has claimed its row, and the claim
 * is given up only when the run's thread has ended: so no two runs of it go on at once, of whichever revisions and nodes.
 */
public final class TaskLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TaskLoop.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration RENEWAL = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofSeconds(30);
    private static final Duration IMPATIENCE = Duration.ofMillis(500);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

    private final Supplier<List<Serving>> active;
    private final Timing timing;
    private final TaskRows rows;
    private final KnownTasks known;
    private final TaskRunner runner;
    private final Semaphore awake = new Semaphore(0);
    private @Nullable Thread thread;
    private volatile boolean closed;

    /**
     * Makes a loop that does nothing yet.
     *
     * @param active the revisions that serve at the moment
     */
    public TaskLoop(Supplier<List<Serving>> active, Database database, ProviderJobs providers, Clock clock) {
        this(
                active,
                new TaskRows(database, UUID.randomUUID().toString()),
                providers,
                new Timing(
                        clock,
                        most -> most <= 0 ? 0 : ThreadLocalRandom.current().nextLong(most)));
    }

    TaskLoop(Supplier<List<Serving>> active, TaskRows rows, ProviderJobs providers, Timing timing) {
        this.active = active;
        this.timing = timing;
        this.rows = rows;
        this.runner = new TaskRunner(rows, timing, this::wake);
        this.known = new KnownTasks(providers, rows, timing, runner);
    }

    /** {@return what operators see and do} */
    public OperatorTasks operators(AuditLog audit) {
        return new OperatorTasks(() -> known.of(active.get()), rows, runner, timing, audit);
    }

    /** Tells of every run that begins or ends, from now on. */
    public void listen(Consumer<TaskEvent> listener) {
        runner.listen(listener);
    }

    /** {@return how many tasks may run at once} */
    public static int most() {
        return TaskRunner.MOST;
    }

    /** {@return how many tasks run} */
    public int running() {
        return runner.running().size();
    }

    /**
     * Begins when there is something for tasks to work on: what runs daily would else find nothing, and that for a day.
     *
     * @param isReady whether that is so; after a minute it is no longer waited for
     */
    public void start(BooleanSupplier isReady) {
        Instant latest = timing.now().plus(LONGEST_DELAY);
        BooleanSupplier begins = () -> timing.now().isAfter(latest) || isReady.getAsBoolean();
        Thread started = new Thread(() -> repeat(begins), "tasks");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    /** Has it look at once, as other revisions serve now. */
    public void wake() {
        awake.release();
    }

    private void repeat(BooleanSupplier begins) {
        boolean hasBegun = false;
        while (!closed) {
            Duration rest = RENEWAL;
            try {
                hasBegun = hasBegun || begins.getAsBoolean();
                rest = hasBegun ? look() : IMPATIENCE;
            } catch (RuntimeException failure) {
                LOG.warn("The tasks could not be looked after; it is tried again in a moment", failure);
            }
            try {
                if (awake.tryAcquire(Math.max(1, rest.toMillis()), TimeUnit.MILLISECONDS)) {
                    awake.drainPermits();
                }
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** Does what is to be done now. {@return after how long to look again} */
    Duration look() {
        List<Serving> serving = active.get();
        known.ask(serving);
        cancelGone(serving);
        runner.clear();
        renew();
        List<Waiting> waiting = waiting(known.of(serving));
        Instant next = timing.now().plus(rest());
        for (Waiting task : waiting) {
            Instant again = handle(task.task(), task.row(), task.due());
            next = again != null && again.isBefore(next) ? again : next;
        }
        return Duration.between(timing.now(), next);
    }

    /** A task that is due some time, whether or not it runs at present. */
    private record Waiting(KnownTask task, TaskRow row, Instant due) {}

    /** {@return the tasks that are due some time, those first that have waited longest} */
    private List<Waiting> waiting(List<KnownTask> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        Map<TaskKey, TaskRow> all = rows.all();
        List<Waiting> waiting = new ArrayList<>();
        for (KnownTask task : tasks) {
            TaskRow row = all.get(task.key());
            Instant due = row == null ? null : row.due();
            if (row != null && due != null && task.trouble().isEmpty()) {
                waiting.add(new Waiting(task, row, due));
            }
        }
        waiting.sort(Comparator.comparing(Waiting::due));
        return waiting;
    }

    private Duration rest() {
        Collection<Running> running = runner.running();
        return running.stream().anyMatch(Running::isCancelled) ? IMPATIENCE : running.isEmpty() ? REST : RENEWAL;
    }

    /** {@return when it is to be looked at again, or null where something else will wake this loop} */
    private @Nullable Instant handle(KnownTask task, TaskRow row, Instant due) {
        Instant now = timing.now();
        TaskRow.Lease lease = row.lease();
        if (lease != null) {
            if (lease.until().isBefore(now) && runner.running(task.key()) == null) {
                lose(task, row, lease);
                return now;
            }
            return lease.until();
        }
        Instant begin = due.isBefore(runner.notBefore(task.key())) ? runner.notBefore(task.key()) : due;
        if (begin.isAfter(now)) {
            return begin;
        }
        if (runner.hasRoom(task) && rows.claim(task.key(), now, now.plus(LEASE))) {
            begin(new Running(task, due, now, row.asked(), this::wake));
        }
        return null;
    }

    private void begin(Running run) {
        if (!runner.begin(run)) {
            rows.release(run.task().key(), run.asked());
        } else if (isGone(run, active.get())) {
            run.cancel(timing.now());
        }
    }

    /** A run that was lost is made up for at once, unless the one before was lost as well: it may be what ends portals. */
    private void lose(KnownTask task, TaskRow row, TaskRow.Lease lease) {
        TaskInfo.Run last = row.last();
        boolean again = last != null && last.outcome() == Outcome.LOST;
        Instant next = again ? timing.next(task.schedule()) : timing.now();
        Duration took = Duration.between(lease.started(), lease.until());
        String message = "The portal ended in the middle of the run.";
        rows.lost(row, new TaskInfo.Run(lease.started(), took, Outcome.LOST, message), next);
    }

    private void cancelGone(List<Serving> serving) {
        runner.running().stream().filter(run -> isGone(run, serving)).forEach(run -> run.cancel(timing.now()));
        runner.interruptLate();
    }

    private static boolean isGone(Running run, List<Serving> serving) {
        return serving.stream()
                .noneMatch(other -> other.entry() == run.task().revision().entry());
    }

    private void renew() {
        Instant now = timing.now();
        for (Running run : runner.running()) {
            if (!rows.renew(run.task().key(), now.plus(LEASE))) {
                // this node was away for so long that another has taken the task
                run.cancel(now);
            }
        }
    }

    /** Forgets the tasks of plugins that were removed. */
    public void tidyUp() {
        rows.forgetRemoved();
    }

    /** Tells all runs to end; those that don't within some seconds are interrupted. */
    @Override
    public void close() {
        closed = true;
        wake();
        try {
            if (thread != null) {
                thread.join();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        runner.close();
    }
}
