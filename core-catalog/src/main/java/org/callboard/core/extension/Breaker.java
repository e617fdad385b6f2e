package org.callboard.core.extension;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.callboard.core.extension.PluginLimits.Breaking;
import org.jspecify.annotations.Nullable;

/**
 * Stands before one revision: lets calls through, until many have failed in a short time; then none for a while, and then
 * one to see. A call that succeeds costs no lock while all is well.
 */
final class Breaker {

    /** What it tells, never while it holds its lock. */
    interface Listener {
        void opened(String reason);

        void closed();
    }

    private final Breaking limits;
    private final LongSupplier nanos;
    private final Listener listener;
    private final LongAdder successes = new LongAdder();
    private final Deque<Mark> recent = new ArrayDeque<>();
    private volatile Position position = Position.CLOSED;
    private long opensUntil;
    private @Nullable String reason;
    private RevisionHealth.@Nullable Failure last;

    private enum Position {
        CLOSED,
        OPEN,
        ON_TRIAL
    }

    /** When a call failed, and how many had succeeded by then. */
    private record Mark(long nanos, long successes) {}

    /** Why a call is not let through, and when it may be. */
    record Refusal(String reason, Duration left) {}

    Breaker(Breaking limits, LongSupplier nanos, Listener listener) {
        this.limits = limits;
        this.nanos = nanos;
        this.listener = listener;
    }

    /** {@return null where the call may pass; it must then end with one of the three that follow} */
    @Nullable Refusal refusal() {
        if (position == Position.CLOSED) {
            return null;
        }
        synchronized (this) {
            long left = opensUntil - nanos.getAsLong();
            if (position == Position.OPEN && left <= 0) {
                position = Position.ON_TRIAL;
                return null;
            }
            return position == Position.CLOSED
                    ? null
                    : new Refusal(String.valueOf(reason), Duration.ofNanos(Math.max(left, 0)));
        }
    }

    void succeeded() {
        successes.increment();
        if (position != Position.CLOSED && close()) {
            listener.closed();
        }
    }

    /** The call ended for a reason that says nothing of the plugin. */
    synchronized void ended() {
        if (position == Position.ON_TRIAL) {
            position = Position.OPEN;
        }
    }

    void failed(String what) {
        String opened = fail(what);
        if (opened != null) {
            listener.opened(opened);
        }
    }

    private synchronized boolean close() {
        if (position == Position.CLOSED || !triedNow()) {
            return false;
        }
        position = Position.CLOSED;
        reason = null;
        return true;
    }

    private synchronized @Nullable String fail(String what) {
        long now = nanos.getAsLong();
        last = new RevisionHealth.Failure(what, Instant.now());
        if (position != Position.CLOSED) {
            if (triedNow()) {
                position = Position.OPEN;
                opensUntil = now + limits.coolDown().toNanos();
                reason = "A trial failed after a pause; it " + what;
                return reason;
            }
            return null;
        }
        recent.addLast(new Mark(now, successes.sum()));
        while (recent.size() > limits.failures()
                || now - recent.getFirst().nanos() > limits.window().toNanos()) {
            recent.removeFirst();
        }
        boolean tooMany = recent.size() == limits.failures()
                && successes.sum() - recent.getFirst().successes() <= limits.failures();
        return tooMany ? open(now, what) : null;
    }

    private String open(long now, String what) {
        long seconds =
                Math.max(1, Duration.ofNanos(now - recent.getFirst().nanos()).toSeconds());
        recent.clear();
        position = Position.OPEN;
        opensUntil = now + limits.coolDown().toNanos();
        reason = limits.failures() + " calls failed within " + seconds + " s; the last one " + what;
        return reason;
    }

    /** Calls that began before it opened may still end while it is open: they prove nothing. */
    private boolean triedNow() {
        return position == Position.ON_TRIAL || nanos.getAsLong() - opensUntil >= 0;
    }

    synchronized RevisionHealth health() {
        return new RevisionHealth(reason, last);
    }
}
