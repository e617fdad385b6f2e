package org.callboard.core.extension;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Places for calls that run at once. Some callers may wait a moment for one, so that a burst passes. */
final class Places {

    private static final long PATIENCE_MILLIS = 50;

    private final int most;
    private final Semaphore free;
    private final Semaphore line;

    Places(int most) {
        this.most = most;
        this.free = new Semaphore(most);
        this.line = new Semaphore(most / 2);
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
        return most / 2 - line.availablePermits();
    }

    int most() {
        return most;
    }
}
