package org.callboard.core.extension;

import java.io.EOFException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Makes of everything that may come out of a revision's code something that callers understand, and judges the revision by it. */
final class Containment {

    private final String plugin;
    private final PluginMeter meter;
    private final Breaker breaker;
    private final FailureLog log;

    Containment(String plugin, PluginMeter meter, Breaker breaker) {
        this.plugin = plugin;
        this.meter = meter;
        this.breaker = breaker;
        this.log = new FailureLog(plugin, System::nanoTime);
    }

    /** The deadline was missed, or the answer cut off; the message says which. */
    static final class LateException extends TimeoutException {
        private static final long serialVersionUID = 1L;

        LateException(String what) {
            super(what);
        }
    }

    /** Refuses where the revision is not to be asked. */
    void check() {
        Breaker.Refusal refusal = breaker.refusal();
        if (refusal != null) {
            long seconds = refusal.left().toSeconds() + 1;
            throw refused(
                    "is not asked at present: " + refusal.reason() + ".",
                    "It is tried again in " + seconds + " s. Its log says what is wrong.",
                    seconds);
        }
    }

    PortalException refused(String why, String hint, long seconds) {
        return new PortalException(
                ProblemKind.UNAVAILABLE, "Plugin '" + plugin + "' " + why, hint, new RetryLater(seconds));
    }

    /** Enters the revision's code. */
    <R> R contained(Callable<R> entry, Predicate<R> good) {
        try {
            R result = entry.call();
            judge(good.test(result) ? null : "answered " + result);
            return result;
        } catch (PortalException meant) {
            judge(meant);
            throw meant;
        } catch (LateException late) {
            judge(late.getMessage());
            throw unavailable("Plugin '" + plugin + "' " + late.getMessage() + ".", late);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            breaker.ended();
            throw unavailable("The portal is stopping.", stopping);
        } catch (EOFException gone) {
            breaker.ended();
            throw new PortalException(ProblemKind.UNAVAILABLE, "The client went away.", null, gone);
        } catch (OutOfMemoryError fatal) {
            throw fatal;
        } catch (Throwable thrown) {
            throw failed(thrown);
        }
    }

    /** {@return what the plugin meant to say, as it is; else wrapped, so that it is not taken for an exception of ours} */
    static Exception thrownBy(RunningCall<?> call, Exception otherwise) {
        Throwable thrown = call.thrown();
        if (thrown instanceof OutOfMemoryError fatal) {
            throw fatal;
        }
        if (thrown == null) {
            return otherwise;
        }
        return thrown instanceof PortalException meant ? meant : new ExecutionException("thrown by a plugin", thrown);
    }

    /** Gives a call up. {@return what is to be thrown for it} */
    LateException late(RunningCall<?> running, String what) {
        log.said(what + ": it was at " + running.giveUp());
        return new LateException(what);
    }

    private void judge(PortalException meant) {
        if (meant.getCause() instanceof RetryLater) {
            breaker.ended();
        } else if (meant.kind() == ProblemKind.UNAVAILABLE || meant.kind() == ProblemKind.INTERNAL) {
            judge("said: " + meant.message());
        } else {
            breaker.succeeded();
        }
    }

    private void judge(@Nullable String failure) {
        if (failure == null) {
            breaker.succeeded();
        } else {
            meter.failed();
            breaker.failed(failure);
        }
    }

    private PortalException failed(Throwable thrown) {
        Throwable cause = thrown instanceof ExecutionException wrapper && wrapper.getCause() != null
                ? wrapper.getCause()
                : thrown;
        String name = cause.getClass().getSimpleName();
        log.thrown(cause);
        judge("failed: " + name);
        return new PortalException(
                ProblemKind.UNAVAILABLE,
                "Plugin '" + plugin + "' failed: " + name + ".",
                "The plugin's owner finds the details in its log.",
                cause);
    }

    private static PortalException unavailable(String message, Exception cause) {
        return new PortalException(
                ProblemKind.UNAVAILABLE, message, "Try again; if it stays so, look at the plugin's log.", cause);
    }

    RevisionHealth health() {
        return breaker.health();
    }

    FailureLog log() {
        return log;
    }
}
