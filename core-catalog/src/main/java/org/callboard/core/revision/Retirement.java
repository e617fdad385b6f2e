package org.callboard.core.revision;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.callboard.core.thread.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets revisions that no longer serve finish their requests and stops them, in the background. */
public final class Retirement implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Retirement.class);
    private static final long DRAIN_MILLIS = 10_000;

    /** Plugins that hang keep one each for half a minute; the others shall not wait for them. */
    private static final int THREADS = 32;

    private final RevisionStarter starter;
    private final List<Users> users = new CopyOnWriteArrayList<>();
    private final ThreadPoolExecutor threads;

    public Retirement(RevisionStarter starter) {
        this.starter = starter;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Workers.named("retire-plugins"));
        threads.allowCoreThreadTimeOut(true);
    }

    /** The plugins that use what others offer. */
    public interface Users {
        /** Moves them away from a revision that serves no longer; returns when none uses it. */
        void leave(Revision provider);
    }

    public void retire(Revision revision) {
        threads.execute(() -> drainAndStop(revision, DRAIN_MILLIS));
    }

    /** Has the plugins that use a revision be moved away before it is stopped. */
    public void heed(Users further) {
        users.add(further);
    }

    private void drainAndStop(Revision revision, long millis) {
        try {
            users.forEach(all -> all.leave(revision));
        } catch (RuntimeException failure) {
            LOG.error("The plugins that use {} could not be moved away", revision.name(), failure);
        }
        int left = revision.drain(millis);
        if (left > 0) {
            LOG.warn("{} requests of {} did not end in time", left, revision.name());
        }
        if (starter.stop(revision)) {
            LOG.info("Stopped {} {}", revision.name().plugin(), revision.name().version());
        }
        revision.gone().complete(null);
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(DRAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        starter.stopped().close();
    }
}
