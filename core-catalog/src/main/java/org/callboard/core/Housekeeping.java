package org.callboard.core;

import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.callboard.core.thread.Workers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once an hour, what nobody needs any more is thrown away. */
final class Housekeeping implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final int FIRST_MINUTES = 5;
    private static final int MINUTES = 60;
    private static final int END_SECONDS = 5;

    private final List<Runnable> chores;
    private final ScheduledFuture<?> rounds;
    private final ScheduledExecutorService thread = Workers.of("housekeeping", 1);

    private Housekeeping(List<Runnable> chores) {
        this.chores = List.copyOf(chores);
        this.rounds = thread.scheduleWithFixedDelay(this::run, FIRST_MINUTES, MINUTES, TimeUnit.MINUTES);
    }

    /** Does these in turn, the first time a little after the start. */
    static Housekeeping of(Runnable... chores) {
        return new Housekeeping(List.of(chores));
    }

    private void run() {
        for (Runnable chore : chores) {
            try {
                chore.run();
            } catch (RuntimeException failure) {
                LOG.warn("Something could not be tidied up; it is tried again in an hour", failure);
            }
        }
    }

    @Override
    public void close() {
        rounds.cancel(true);
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(END_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The tidying up goes on while the portal stops");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
