package org.callboard.core.extension;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Places for calls that run at once. Some callers may wait for one, so that a burst passes and only what stays too much is refused. */
final class Places {

    private static final long PATIENCE_MILLIS = 500;

    private final int most;
    private final int longest;
    private final Semaphore free;
    private final Semaphore line;

    /** So many, and as many who wait. */
    Places(int most) {
        this(most, most);
    }

    /** @param longest how many may wait */
    Places(int most, int longest) {
        this.most = most;
        this.longest = longest;
        this.free = new Semaphore(most);
        this.line = new Semaphore(longest);
    }

    /** {@return whether there is one; it must be given back} */
    boolean take() throws InterruptedException {
        if (free.tryAcquire()) {
            return true;
        }
        if (!line.tryAcquire()) {
            return false;
        }
        try {
            return free.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } finally {
            line.release();
        }
    }

    void giveBack() {
        free.release();
    }

    int taken() {
        return most - free.availablePermits();
    }

    int inLine() {
        return longest - line.availablePermits();
    }

    int most() {
        return most;
    }
}
