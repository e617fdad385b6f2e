package org.callboard.core.supervision;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.callboard.api.health.HealthCheck;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.HealthProof;
import org.callboard.core.revision.Revision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the revisions that serve how they are, again and again. */
public final class HealthWatch {

    private static final Logger LOG = LoggerFactory.getLogger(HealthWatch.class);
    private static final long PAUSE_MILLIS = 10_000;
    private static final int ENOUGH = 2;

    private final ActiveRevisions active;
    private final Supervision supervision;
    private final ScheduledExecutorService workers;
    private final Map<RevisionName, Integer> failures = new ConcurrentHashMap<>();
    private final Set<RevisionName> asked = ConcurrentHashMap.newKeySet();

    public HealthWatch(ActiveRevisions active, Supervision supervision, ScheduledExecutorService workers) {
        this.active = active;
        this.supervision = supervision;
        this.workers = workers;
    }

    /** Asks until the workers are shut down. */
    public void start() {
        ScheduledFuture<?> unused =
                workers.scheduleWithFixedDelay(this::askAll, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A check that hangs holds one worker for no longer than its deadline, and is not asked again meanwhile. */
    private void askAll() {
        failures.keySet().removeIf(revision -> !active.serves(revision));
        for (Revision revision : active.all()) {
            if (revision.extensionsOf(HealthCheck.class).findAny().isPresent() && asked.add(revision.name())) {
                workers.execute(() -> ask(revision));
            }
        }
    }

    private void ask(Revision revision) {
        try {
            Optional<String> failure = HealthProof.failure(revision.extensions());
            if (failure.isPresent()) {
                if (failures.merge(revision.name(), 1, Integer::sum) == ENOUGH) {
                    supervision.troubled(revision.name(), failure.get());
                }
            } else if (failures.remove(revision.name()) != null) {
                supervision.recovered(revision.name());
            }
        } catch (RuntimeException fault) {
            LOG.warn(
                    "The health of plugin '{}' could not be asked",
                    revision.name().plugin(),
                    fault);
        } finally {
            asked.remove(revision.name());
        }
    }
}
