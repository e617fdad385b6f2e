package org.callboard.core.extension;

import java.util.List;
import java.util.concurrent.Callable;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.jspecify.annotations.Nullable;

/**
 * What one request sees of a plugin in place of the revision that serves. It is bound to the request's own thread, goes with
 * the calls that are made there to the threads of plugins, and ends with each of them. Threads that a plugin starts by
 * itself, tasks and whatever else no request asks for have none.
 *
 * @param revision which revision it is
 * @param extensions all that it offers
 */
public record PreviewScope(RevisionName revision, List<ActiveExtension<?>> extensions) {

    private static final ThreadLocal<@Nullable PreviewScope> CURRENT = new ThreadLocal<>();

    /** Copies the extensions. */
    public PreviewScope {
        extensions = List.copyOf(extensions);
    }

    /** Something that is done within a scope. */
    @FunctionalInterface
    public interface Work<R, E extends Exception> {

        /** Does it. */
        R run() throws E;
    }

    /** {@return that of the request which this thread works for, or null where it has none} */
    public static @Nullable PreviewScope current() {
        return CURRENT.get();
    }

    /** Does work on this thread, in this scope. */
    public <R, E extends Exception> R around(Work<R, E> work) throws E {
        @Nullable PreviewScope before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.run();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** {@return the work as it is to be done on another thread: in the scope of this one, where there is one} */
    static <R> Callable<R> carried(Callable<R> work) {
        PreviewScope scope = CURRENT.get();
        return scope == null ? work : () -> scope.around(work::call);
    }
}
