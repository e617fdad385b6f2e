package org.callboard.core.log;

/** So many lines a second, and a count of what is above. Thread-safe. */
final class LineQuota {

    private static final long SECOND = 1_000_000_000;

    private final int limit;
    private long began;
    private int taken;
    private long dropped;

    /** What becomes of a line. */
    enum Verdict {
        /** It is taken. */
        TAKEN,
        /** It is dropped, the first since that was last asked for. */
        FIRST_DROPPED,
        /** It is dropped. */
        DROPPED
    }

    /** Counts from a moment of {@link System#nanoTime}. */
    LineQuota(int limit, long now) {
        this.limit = limit;
        this.began = now;
    }

    synchronized Verdict take(long now) {
        if (now - began >= SECOND) {
            began = now;
            taken = 0;
        }
        if (taken < limit) {
            taken++;
            return Verdict.TAKEN;
        }
        dropped++;
        return dropped == 1 ? Verdict.FIRST_DROPPED : Verdict.DROPPED;
    }

    /** {@return how many lines were dropped since this was last asked} */
    synchronized long dropped() {
        long count = dropped;
        dropped = 0;
        return count;
    }
}
