package org.callboard.core.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.callboard.api.problem.PortalException;
import org.callboard.api.task.TaskInfo;
import org.callboard.api.task.TaskInfo.Outcome;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.extension.RetryLater;
import org.callboard.core.thread.Workers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has tasks run that this node has claimed: each is waited for by a thread of the portal's, which writes down how it ended. */
final class TaskRunner implements AutoCloseable {

    /** How long a run that was told to end is let do so by itself. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);
    static final int MOST = 32;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final TaskRows rows;
    private final Timing timing;
    private final Runnable wake;
    private final Map<TaskKey, Running> running = new ConcurrentHashMap<>();
    private final Map<TaskKey, Instant> notBefore = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads;
    private volatile Consumer<TaskEvent> listener = event -> {};

    TaskRunner(TaskRows rows, Timing timing, Runnable wake) {
        this.rows = rows;
        this.timing = timing;
        this.wake = wake;
        this.threads =
                new ThreadPoolExecutor(0, MOST, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), Workers.named("task"));
    }

    void listen(Consumer<TaskEvent> hears) {
        listener = hears;
    }

    Collection<Running> running() {
        return running.values();
    }

    @Nullable Running running(TaskKey key) {
        return running.get(key);
    }

    /** {@return when a task may begin at the earliest}: one that was refused is not tried again at once */
    Instant notBefore(TaskKey key) {
        return notBefore.getOrDefault(key, Instant.MIN);
    }

    /** {@return whether a run of the task may begin beside those of its revision that go on} */
    boolean hasRoom(KnownTask task) {
        long others = running.values().stream()
                .filter(other ->
                        other.task().revision().entry() == task.revision().entry())
                .count();
        return others < ForeignCall.TASKS && !running.containsKey(task.key());
    }

    /** Begins a run that was claimed. {@return false where there is no thread for it} */
    boolean begin(Running run) {
        KnownTask task = run.task();
        if (!task.revision().enter().getAsBoolean()) {
            return false;
        }
        running.put(task.key(), run);
        if (!execute(() -> attend(run))) {
            running.remove(task.key());
            task.revision().exit().run();
            return false;
        }
        return true;
    }

    /** Does something else on a thread of its own. {@return false where there is none} */
    boolean execute(Runnable work) {
        try {
            threads.execute(work);
            return true;
        } catch (RejectedExecutionException busy) {
            return false;
        }
    }

    /** Has whoever looks for what is due look at once. */
    void wake() {
        wake.run();
    }

    private void attend(Running run) {
        try {
            tell(run, null);
            write(run, outcome(run));
        } catch (RuntimeException failure) {
            LOG.error("How task {} went could not be kept", run.task().key(), failure);
        } finally {
            run.written();
            wake.run();
        }
    }

    private record Ending(@Nullable Outcome outcome, String message, Duration pause) {

        static Ending of(Outcome outcome, String message) {
            return new Ending(outcome, message, Duration.ZERO);
        }
    }

    private Ending outcome(Running run) {
        try {
            Runnable rest = run.await();
            if (run.isCancelled()) {
                return cutOff();
            }
            rest.run();
            return Ending.of(Outcome.DONE, run.message());
        } catch (PortalException failure) {
            return outcome(run, failure);
        }
    }

    private static Ending outcome(Running run, PortalException failure) {
        if (run.isCancelled()) {
            return cutOff();
        }
        if (failure.getCause() instanceof RetryLater later) {
            return new Ending(null, failure.message(), Duration.ofSeconds(Math.max(1, later.seconds())));
        }
        String hint = failure.hint();
        return Ending.of(
                failure.getCause() instanceof TimeoutException ? Outcome.TOO_LONG : Outcome.FAILED,
                hint == null ? failure.message() : failure.message() + " " + hint);
    }

    private static Ending cutOff() {
        return Ending.of(Outcome.CANCELLED, "The plugin or the portal went meanwhile.");
    }

    private void write(Running run, Ending ending) {
        KnownTask task = run.task();
        Outcome outcome = ending.outcome();
        if (outcome == null) {
            notBefore.put(task.key(), timing.now().plus(ending.pause()));
            rows.release(task.key(), run.asked());
            return;
        }
        notBefore.remove(task.key());
        Instant next = outcome == Outcome.CANCELLED ? timing.now() : timing.next(task.schedule());
        Duration took = Duration.between(run.started(), timing.now());
        rows.ended(task.key(), new TaskInfo.Run(run.started(), took, outcome, ending.message()), next);
        tell(run, outcome);
    }

    private void tell(Running run, @Nullable Outcome outcome) {
        listener.accept(
                new TaskEvent(run.task().key().plugin(), run.task().key().id(), outcome));
    }

    /** Lets go of the runs of which nothing goes on. */
    void clear() {
        for (Running run : List.copyOf(running.values())) {
            if (run.isOver()) {
                rows.release(run.task().key(), null);
                running.remove(run.task().key());
                run.task().revision().exit().run();
            }
        }
    }

    /** Interrupts the runs that were told to end some time ago. */
    void interruptLate() {
        for (Running run : running.values()) {
            Instant cancelled = run.cancelled();
            if (cancelled != null && !timing.now().isBefore(cancelled.plus(GRACE))) {
                run.interrupt();
            }
        }
    }

    /** Tells all runs to end, and interrupts those that don't. */
    @Override
    public void close() {
        running.values().forEach(run -> run.cancel(timing.now()));
        threads.shutdown();
        try {
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                running.values().forEach(Running::interrupt);
                if (!threads.awaitTermination(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.warn("Tasks go on while the portal stops");
                }
            }
            clear();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
