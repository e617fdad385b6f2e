package org.callboard.core.extension;

import java.io.EOFException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where code of a plugin is entered: on the plugin's threads or, for HTTP, on the request's. Whatever comes
 * out of it is the plugin's {@link PortalException}, or one that names the plugin; never anything else.
 */
public final class ForeignCall implements AutoCloseable {

    /** How long a call may take unless the caller says otherwise. */
    public static final long DEADLINE_MILLIS = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(ForeignCall.class);

    private final String plugin;
    private final PluginThreads threads;
    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();

    /** Makes the entry to one revision of a plugin. */
    public ForeignCall(String plugin, ClassLoader loader) {
        this.plugin = plugin;
        this.threads = new PluginThreads(plugin, loader);
    }

    /** Calls on a thread of the plugin's, and waits no longer than the deadline. */
    public <R> R call(Callable<R> work) {
        return call(work, DEADLINE_MILLIS);
    }

    /** Calls on a thread of the plugin's, and waits no longer than this. */
    public <R> R call(Callable<R> work, long millis) {
        return contained(() -> threads.call(work, millis));
    }

    /** Calls on this thread. */
    public <R> R callHere(Callable<R> work) {
        return contained(() -> threads.marked(work));
    }

    private <R> R contained(Callable<R> work) {
        calls.increment();
        try {
            return work.call();
        } catch (PortalException expected) {
            if (expected.kind() == ProblemKind.UNAVAILABLE || expected.kind() == ProblemKind.INTERNAL) {
                failures.increment();
            }
            throw expected;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed(stopped);
        } catch (EOFException gone) {
            throw new PortalException(ProblemKind.UNAVAILABLE, "The client went away.", null, gone);
        } catch (OutOfMemoryError fatal) {
            throw fatal;
        } catch (Throwable anything) {
            throw failed(anything);
        }
    }

    private PortalException failed(Throwable thrown) {
        Throwable cause = thrown instanceof ExecutionException wrapper && wrapper.getCause() != null
                ? wrapper.getCause()
                : thrown;
        failures.increment();
        LOG.atWarn().addKeyValue(PluginThreads.LOG_KEY, plugin).setCause(cause).log("Plugin '{}' failed", plugin);
        return new PortalException(
                ProblemKind.UNAVAILABLE,
                "Plugin '" + plugin + "' failed: " + cause.getClass().getSimpleName() + ".",
                "The plugin's owner finds the details in its log.",
                cause);
    }

    /** {@return how often the plugin was entered} */
    public long calls() {
        return calls.sum();
    }

    /** {@return how often that failed} */
    public long failures() {
        return failures.sum();
    }

    @Override
    public void close() {
        threads.close();
    }
}
