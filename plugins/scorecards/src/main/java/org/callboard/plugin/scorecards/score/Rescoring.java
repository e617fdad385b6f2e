package org.callboard.plugin.scorecards.score;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Caller;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps scores up to date between the runs of the task that computes all: what is asked for is computed within moments, much
 * of it at once, by the run of a task that does nothing else. Thread-safe.
 */
@Component(service = Rescoring.class)
public final class Rescoring {

    private static final Logger LOG = LoggerFactory.getLogger(Rescoring.class);
    private static final int BATCH = 1_000;
    /** Beyond this many everything is computed instead. */
    private static final int MOST = 20_000;

    private static final long PAUSE_MS = 100;
    private static final long AFTER_FAILURE_MS = 10_000;
    /** How long it sleeps where nobody asks. */
    private static final long SLEEP_MS = 1_000;
    /** How often it looks whether plugins came or went; who looks at scores makes it look at once. */
    private static final long LOOK_NS = TimeUnit.SECONDS.toNanos(5);

    private final Passes passes;
    private final Scores scores;
    private final Semaphore asked = new Semaphore(0);
    private final Set<EntityRef> waiting = new LinkedHashSet<>();
    private final Set<EntityRef> computing = new LinkedHashSet<>();
    private Passes.@Nullable Extent extent;
    private Passes.@Nullable Extent computingExtent;
    private volatile @Nullable Caller caller;

    /** Has passes made where they are needed. */
    @Activate
    public Rescoring(@Reference Passes passes, @Reference Scores scores) {
        this.passes = passes;
        this.scores = scores;
        scores.tellWhenOutdated(asked::release);
    }

    /** Says on whose behalf scores are computed. {@return whether that was not known yet} */
    synchronized boolean begin(Caller portal) {
        boolean isFirst = caller == null;
        caller = portal;
        return isFirst;
    }

    /** Asks for entities that may have come, changed or gone. */
    public synchronized void ask(List<EntityRef> entities) {
        waiting.addAll(entities);
        if (waiting.size() > MOST) {
            askAll();
        }
        asked.release();
    }

    /** Asks for what standards ask that changed. */
    synchronized void askStandards() {
        extent = extent == null ? Passes.Extent.CHANGED_STANDARDS : extent;
        asked.release();
    }

    /** Asks for everything. */
    synchronized void askAll() {
        extent = Passes.Extent.ALL;
        waiting.clear();
        asked.release();
    }

    /** {@return the portal's own caller, null before the first run of a task} */
    public @Nullable Caller portal() {
        return caller;
    }

    /** {@return whether the score of an entity is about to be computed} */
    public synchronized boolean isPending(EntityRef entity) {
        return extent != null || computingExtent != null || waiting.contains(entity) || computing.contains(entity);
    }

    /** Computes what is asked for, until it is to end; with the first call all that there is. */
    void work(Caller portal, BooleanSupplier isEnded) throws InterruptedException {
        if (begin(portal)) {
            askAll();
        }
        long looked = System.nanoTime() - LOOK_NS;
        while (!isEnded.getAsBoolean()) {
            boolean isAsked = asked.tryAcquire(SLEEP_MS, TimeUnit.MILLISECONDS);
            if (isAsked || System.nanoTime() - looked >= LOOK_NS) {
                asked.drainPermits();
                looked = System.nanoTime();
                Thread.sleep(step(portal, isEnded) ? PAUSE_MS : AFTER_FAILURE_MS);
            }
        }
    }

    /** Computes what is asked for. {@return whether that went well} */
    private boolean step(Caller portal, BooleanSupplier isEnded) {
        take();
        try {
            compute(portal, isEnded);
            return true;
        } catch (RuntimeException failure) {
            if (!isEnded.getAsBoolean()) {
                LOG.warn("Scores could not be computed; all are tried again in 10 s.", failure);
            }
            askAll();
            return false;
        } finally {
            done();
        }
    }

    /** What is asked for from now on is computed next. */
    private synchronized void take() {
        computingExtent = extent;
        extent = null;
        waiting.stream().limit(BATCH).forEach(computing::add);
        waiting.removeAll(computing);
    }

    private void compute(Caller portal, BooleanSupplier isEnded) {
        if (scores.isOutdated()) {
            passes.all(portal, Passes.Extent.ALL, isEnded);
            return;
        }
        if (computingExtent != null) {
            passes.all(portal, computingExtent, isEnded);
        }
        if (!computing.isEmpty()) {
            passes.some(portal, List.copyOf(computing));
        }
    }

    private synchronized void done() {
        computingExtent = null;
        computing.clear();
        if (!waiting.isEmpty()) {
            asked.release();
        }
    }
}
