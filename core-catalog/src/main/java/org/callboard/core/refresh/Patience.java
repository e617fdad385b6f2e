package org.callboard.core.refresh;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** How long a caller waits for what others do. */
public final class Patience {

    private Patience() {}

    /**
     * Waits until it is done, but no longer than so long.
     *
     * @return whether it is done
     */
    public static boolean await(CompletableFuture<Void> work, Duration atMost) {
        try {
            work.get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException goesOn) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PortalException(ProblemKind.UNAVAILABLE, "The portal is stopping.", "Try again in a moment.");
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof PortalException said) {
                throw said;
            }
            throw new PortalException(
                    ProblemKind.INTERNAL,
                    "The catalog could not be changed.",
                    "The portal's log has the cause.",
                    failed);
        }
    }
}
