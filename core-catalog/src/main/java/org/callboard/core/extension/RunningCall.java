package org.callboard.core.extension;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.callboard.api.plugins.PluginLoad.StuckThread;
import org.jspecify.annotations.Nullable;

/** A call on a thread of a plugin's. It keeps its place until it really ends, whoever may have stopped waiting for it. */
final class RunningCall<R> extends FutureTask<R> {

    private final PluginMeter meter;
    private final Places places;
    private final long since = System.nanoTime();
    private volatile @Nullable Thread thread;
    private volatile @Nullable Stint stint;
    private volatile boolean overdue;
    private volatile @Nullable Throwable thrown;

    RunningCall(Callable<R> work, PluginMeter meter, Places places) {
        super(work);
        this.meter = meter;
        this.places = places;
    }

    @Override
    public void run() {
        Stint now = Stint.begin(meter, 1);
        thread = Thread.currentThread();
        stint = now;
        meter.began(this);
        try {
            super.run();
        } finally {
            meter.ended(this);
            stint = null;
            thread = null;
            now.end();
            places.giveBack();
        }
    }

    @Override
    protected void setException(Throwable failure) {
        thrown = failure;
        super.setException(failure);
    }

    /** {@return what it threw} The future's own exception would ask that for its text, which may throw again. */
    @Nullable Throwable thrown() {
        return thrown;
    }

    /** Waits for it no more, and tells it so. {@return where its thread was at that moment} */
    String giveUp() {
        overdue = true;
        String at = stuck().map(StuckThread::at).orElse("its end");
        cancel(true);
        return at;
    }

    void charge() {
        @Nullable Stint now = stint;
        if (now != null) {
            now.charge();
        }
    }

    /** {@return its thread, if it should have ended} */
    Optional<StuckThread> stuck() {
        @Nullable Thread where = thread;
        return overdue && where != null
                ? Optional.of(new StuckThread(
                        where.getName(), Duration.ofNanos(System.nanoTime() - since), frame(where.getStackTrace())))
                : Optional.empty();
    }

    private static String frame(StackTraceElement[] stack) {
        for (StackTraceElement element : stack) {
            if (!element.getClassName().matches("(java|javax|jdk|sun)\\..*")) {
                return shown(element);
            }
        }
        return stack.length == 0 ? "its end" : shown(stack[0]);
    }

    private static String shown(StackTraceElement element) {
        return element.getClassName() + "." + element.getMethodName() + "(" + element.getFileName() + ":"
                + element.getLineNumber() + ")";
    }
}
