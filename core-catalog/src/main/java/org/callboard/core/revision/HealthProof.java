package org.callboard.core.revision;

import java.util.List;
import java.util.Optional;
import org.callboard.api.health.Health;
import org.callboard.api.health.HealthCheck;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginState;
import org.callboard.api.problem.PortalException;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.extension.ActiveExtension;

/** Asks a revision's health checks. */
public final class HealthProof {

    private HealthProof() {}

    /**
     * Asks a candidate's.
     *
     * @throws RefusedException where it is not well
     */
    static void check(String plugin, List<ActiveExtension<?>> extensions) {
        failure(extensions).ifPresent(reason -> {
            throw new RefusedException(
                    new Diagnosis(
                            "Plugin '" + plugin + "' says that it does not work.",
                            reason,
                            "Give it what it needs, and install it again."),
                    PluginState.FAILED,
                    null);
        });
    }

    /** {@return a sentence about the first check that does not say UP} */
    public static Optional<String> failure(List<ActiveExtension<?>> extensions) {
        for (ActiveExtension<?> extension : extensions) {
            if (extension.extension() instanceof HealthCheck check) {
                Optional<String> failure = failure(extension, check);
                if (failure.isPresent()) {
                    return failure;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> failure(ActiveExtension<?> extension, HealthCheck check) {
        try {
            Health health = extension.entry().call(check::check);
            return health.level() == Health.Level.UP
                    ? Optional.empty()
                    : Optional.of("Its health check " + extension.id() + " says: " + health.reason());
        } catch (PortalException failure) {
            return Optional.of("Its health check " + extension.id() + " failed: " + failure.message());
        }
    }
}
