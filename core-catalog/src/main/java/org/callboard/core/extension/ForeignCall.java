package org.callboard.core.extension;

import java.io.EOFException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.callboard.api.plugins.PluginInfo.Role;

/**
 * The one place where code of a plugin is entered: on the plugin's threads or, where the portal can't do without the plugin,
 * on the request's. Whatever comes out of it is the plugin's {@code PortalException}, or one that names the plugin; never
 * anything else.
 */
public final class ForeignCall implements AutoCloseable {

    /** How many tasks of a revision may run at once. */
    public static final int TASKS = 2;

    private static final int STEPS = 4;

    private final Role role;
    private final PluginLimits limits;
    private final PluginMeter meter;
    private final PluginThreads threads;
    private final Containment containment;
    private final Places waiting;
    private final Places requests;
    private final Places calls;
    private final Places steps = new Places(STEPS);
    private final Places tasks = new Places(TASKS);

    /**
     * What the ways into all revisions of a plugin share.
     *
     * @param waiting for the requests that wait upon any plugin
     */
    record Ground(String plugin, Role role, PluginLimits limits, PluginMeter meter, Places waiting) {}

    ForeignCall(Ground ground, ClassLoader loader, Breaker.Listener trouble) {
        this.role = ground.role();
        this.limits = ground.limits();
        this.meter = ground.meter();
        this.waiting = ground.waiting();
        this.requests = new Places(limits.requests());
        this.calls = new Places(limits.calls());
        this.threads = new PluginThreads(ground.plugin(), loader, meter);
        Breaker breaker = new Breaker(limits.breaking(), System::nanoTime, trouble);
        this.containment = new Containment(ground.plugin(), meter, breaker);
    }

    /** Calls an extension on a thread of the plugin's, and waits no longer than the deadline. */
    public <R> R call(Callable<R> work) {
        return call(work, Duration.ZERO);
    }

    /** Calls an extension likewise, and waits at least this long. */
    <R> R call(Callable<R> work, Duration atLeast) {
        containment.check();
        Duration usual = limits.callDeadline();
        Duration deadline = usual.compareTo(atLeast) < 0 ? atLeast : usual;
        return containment.contained(() -> await(begin(PreviewScope.carried(work), calls), deadline), result -> true);
    }

    /**
     * Takes a step in the revision's life on a thread of the plugin's, and waits no longer than this. Steps have places of
     * their own: a revision must be stopped also when all its calls hang.
     */
    public <R> R call(Callable<R> work, long millis) {
        return containment.contained(() -> await(begin(work, steps), Duration.ofMillis(millis)), result -> true);
    }

    /**
     * Runs a task on a thread of the plugin's, and waits no longer than this; where this thread is interrupted, the
     * plugin's is, too. Tasks have places of their own: they may take long, and what people wait for must not.
     */
    public <R> R run(Callable<R> work, Duration limit) {
        containment.check();
        String late = "did not end within " + limit.toSeconds() + " s";
        return containment.contained(() -> await(begin(work, tasks), limit, late), result -> true);
    }

    /**
     * Answers a request on a thread of the plugin's; this one waits upon it, no longer than the deadline.
     *
     * @param work answers with the status
     */
    public void answer(Callable<Integer> work, Attendant attendant) {
        containment.check();
        containment.contained(() -> attended(work, attendant), status -> status < 500);
    }

    /**
     * Answers a request on this thread.
     *
     * @param work answers with the status
     */
    public void answerHere(Callable<Integer> work) {
        containment.contained(() -> here(work), status -> status < 500);
    }

    /** {@return whether its requests are answered on their own threads: those of plugins that can't be done without} */
    public boolean answersHere() {
        return role == Role.MANDATORY;
    }

    /** {@return how long its answers may be, in bytes} */
    public long answerBytes() {
        return limits.answerBytes();
    }

    /** {@return whether it is asked at present, and its last failure} */
    public RevisionHealth health() {
        return containment.health();
    }

    /** Counts a request to the plugin that was answered, by it or in its place. */
    public void answered(int status, long nanos) {
        meter.answered(status >= 500, nanos);
    }

    /** Counts problems that the plugin found in an entity, or became by failing. */
    public void found(int problems) {
        meter.found(problems);
    }

    /** Counts events that the plugin was not told of: too many waited for it. */
    public void missed(int events) {
        meter.missed(events);
    }

    /** Tells the log of something that the plugin threw and that has become an answer already. */
    public void tell(Throwable thrown) {
        containment.log().thrown(thrown);
    }

    private int here(Callable<Integer> work) throws Exception {
        meter.called();
        Stint stint = Stint.begin(meter, meter.weight());
        try {
            return threads.marked(work);
        } finally {
            stint.end();
        }
    }

    private <R> RunningCall<R> begin(Callable<R> work, Places places) throws InterruptedException {
        enter(places);
        return start(work, places);
    }

    private void enter(Places places) throws InterruptedException {
        if (!places.take()) {
            throw containment.refused(
                    "is busy: " + places.most() + " calls of it are running." + meter.oneStuck(),
                    "Try again; if it stays so, look at the plugin's log for what it waits for.",
                    1);
        }
    }

    private <R> RunningCall<R> start(Callable<R> work, Places places) {
        try {
            RunningCall<R> running = threads.begin(work, places);
            meter.called();
            return running;
        } catch (RejectedExecutionException closed) {
            throw containment.refused("has been stopped.", "Try again in a moment.", 1);
        }
    }

    private <R> R await(RunningCall<R> running, Duration deadline) throws Exception {
        return await(running, deadline, notWithin(deadline));
    }

    private <R> R await(RunningCall<R> running, Duration deadline, String late) throws Exception {
        try {
            return running.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            throw containment.late(running, late);
        } catch (ExecutionException | RuntimeException failure) {
            throw Containment.thrownBy(running, failure);
        } finally {
            running.cancel(true);
        }
    }

    private int attended(Callable<Integer> work, Attendant attendant) throws Exception {
        enter(requests);
        if (!waiting.take()) {
            requests.giveBack();
            throw containment.refused(
                    "was not asked: too many requests wait upon plugins.", "Try again in a moment.", 1);
        }
        try {
            return attended(start(PreviewScope.carried(() -> attendant.during(work)), requests), attendant);
        } finally {
            waiting.giveBack();
        }
    }

    private int attended(RunningCall<Integer> running, Attendant attendant) throws Exception {
        Duration deadline = limits.requestDeadline();
        try {
            String cutOff = attendant.attend(deadline.toNanos(), notWithin(deadline));
            if (cutOff != null) {
                throw containment.late(running, cutOff);
            }
            return running.get();
        } catch (ExecutionException | RuntimeException failure) {
            throw attendant.isClientGone() ? new EOFException() : Containment.thrownBy(running, failure);
        } finally {
            running.cancel(true);
        }
    }

    private static String notWithin(Duration deadline) {
        long millis = deadline.toMillis();
        return "did not answer within " + (millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms");
    }

    @Override
    public void close() {
        threads.close();
        containment.log().tellRest();
    }
}
