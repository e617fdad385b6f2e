package org.callboard.core.query;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** Writes again and again, beside the test, until it is closed. */
final class WritingThread implements AutoCloseable {

    private final IntSupplier write;
    private final Semaphore wrote = new Semaphore(0);
    private final CompletableFuture<Void> writing;
    private volatile int written;
    private volatile boolean closed;

    /** Begins; what is done each time says how many things it wrote. */
    WritingThread(IntSupplier write) {
        this.write = write;
        this.writing = CompletableFuture.runAsync(this::repeat, task -> new Thread(task, "writer").start());
    }

    private void repeat() {
        int sum = 0;
        while (!closed) {
            sum += write.getAsInt();
            written = sum;
            wrote.release();
        }
    }

    /** Waits until something was written that was not there before; fails where writing has failed. */
    void await() throws InterruptedException {
        wrote.drainPermits();
        while (!wrote.tryAcquire(1, TimeUnit.SECONDS)) {
            if (writing.isDone()) {
                writing.join();
            }
        }
    }

    /** {@return how many things were written so far} */
    int written() {
        return written;
    }

    /** Lets the writing end, and fails where it has failed. */
    @Override
    public void close() {
        closed = true;
        writing.join();
    }
}
