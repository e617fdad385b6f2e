package org.callboard.core.git;

import java.util.function.LongSupplier;

/** What looking through a history may take. */
final class Budget {

    private static final int MOST_READS = 2_000_000;

    private final LongSupplier nanos;
    private final long end;
    private int commits;
    private int reads;

    Budget(int commits, long time, LongSupplier nanos) {
        this.commits = commits;
        this.nanos = nanos;
        this.end = nanos.getAsLong() + time;
    }

    /** Takes another commit. {@return whether there is one left} */
    boolean takeCommit() {
        return commits-- > 0;
    }

    void takeRead() throws FaultyRepositoryException {
        if (++reads > MOST_READS
                || nanos.getAsLong() - end > 0
                || Thread.currentThread().isInterrupted()) {
            throw new FaultyRepositoryException("looking through its history takes too long");
        }
    }
}
