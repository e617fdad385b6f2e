package org.callboard.core.task;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.callboard.api.security.Caller;
import org.callboard.api.task.TaskRun;
import org.callboard.core.session.PluginCaller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run that this node has begun. It goes on for as long as its thread does, whoever may have stopped waiting for it. */
final class Running implements TaskRun {

    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final int LONGEST = 1_000;

    private final KnownTask task;
    private final Instant scheduledFor;
    private final Instant started;
    private final @Nullable Instant asked;
    private final Runnable over;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.NEW);
    private volatile String message = "";
    private volatile @Nullable Instant cancelled;
    private volatile boolean written;
    private @Nullable Thread waiting;

    private enum Phase {
        NEW,
        ENTERED,
        OVER
    }

    /**
     * Makes a run that has not entered the plugin's code yet.
     *
     * @param asked when somebody asked for it, or null
     * @param over is told when its thread has left the plugin's code
     */
    Running(KnownTask task, Instant scheduledFor, Instant started, @Nullable Instant asked, Runnable over) {
        this.task = task;
        this.scheduledFor = scheduledFor;
        this.started = started;
        this.asked = asked;
        this.over = over;
    }

    KnownTask task() {
        return task;
    }

    Instant started() {
        return started;
    }

    @Nullable Instant asked() {
        return asked;
    }

    String message() {
        return message;
    }

    @Override
    public Caller caller() {
        return new PluginCaller(task.key().plugin());
    }

    @Override
    public Instant scheduledFor() {
        return scheduledFor;
    }

    @Override
    public void progress(String text) {
        message = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        LOG.info("Task {}: {}", task.key().id(), message);
    }

    @Override
    public boolean isCancelled() {
        return cancelled != null;
    }

    /** {@return when it was told to end, or null} */
    @Nullable Instant cancelled() {
        return cancelled;
    }

    /** Tells it to end. */
    void cancel(Instant now) {
        if (cancelled == null) {
            cancelled = now;
        }
    }

    /** Enters the plugin's code, on its thread. {@return what is to be done with what it gave} */
    Runnable enter() throws Exception {
        if (!phase.compareAndSet(Phase.NEW, Phase.ENTERED)) {
            throw new InterruptedException();
        }
        try {
            return task.job().run(this);
        } finally {
            phase.set(Phase.OVER);
            over.run();
        }
    }

    /** Has this thread wait for the plugin's; while it does it can be {@link #interrupt interrupted}. */
    Runnable await() {
        setWaiting(Thread.currentThread());
        try {
            return task.revision().entry().run(this::enter, task.limit());
        } finally {
            setWaiting(null);
            // what was meant for the plugin must not reach the database
            Thread.interrupted();
            phase.compareAndSet(Phase.NEW, Phase.OVER);
        }
    }

    private synchronized void setWaiting(@Nullable Thread thread) {
        waiting = thread;
    }

    /** Waits for it no more, and has its thread interrupted. */
    synchronized void interrupt() {
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    /** Its end, as far as the portal waited for it, is written down. */
    void written() {
        written = true;
    }

    /** {@return whether its thread goes on although the portal waits no more} */
    boolean isStuck() {
        return written && phase.get() != Phase.OVER;
    }

    /** {@return whether nothing of it goes on} */
    boolean isOver() {
        return written && phase.get() == Phase.OVER;
    }
}
