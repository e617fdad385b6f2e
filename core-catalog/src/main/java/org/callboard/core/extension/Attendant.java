package org.callboard.core.extension;

import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A request's own thread, waiting upon the plugin's: it alone touches the connection, whenever the plugin asks it to. When
 * it stops waiting, whatever the plugin still asks for is refused, so nothing can reach a later request.
 */
public final class Attendant {

    /** Something to do on the request's own thread. */
    @FunctionalInterface
    public interface Errand<R extends @Nullable Object> {

        /** Does it. */
        R run() throws IOException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private final Condition answered = lock.newCondition();
    private @Nullable Order<?> order;
    private @Nullable String cutOff;
    private boolean over;
    private volatile boolean clientGone;

    /** Has something done, and waits for it. Called on the plugin's threads. */
    public <R extends @Nullable Object> R ask(Errand<R> errand) throws IOException {
        Order<R> mine = new Order<>(errand);
        lock.lock();
        try {
            while (order != null && cutOff == null) {
                answered.awaitUninterruptibly();
            }
            refuseIfOver();
            order = mine;
            asked.signal();
            while (!mine.done && cutOff == null) {
                answered.awaitUninterruptibly();
            }
            if (!mine.done) {
                refuseIfOver();
            }
        } finally {
            lock.unlock();
        }
        return mine.result();
    }

    private void refuseIfOver() throws IOException {
        if (over || cutOff != null) {
            throw new EOFException("The request is over: " + (cutOff == null ? "it was answered" : cutOff) + ".");
        }
    }

    /**
     * Looks at the request itself, on the plugin's thread, while its own waits. A server may use the object of a request
     * that is over for the next one.
     */
    public <R extends @Nullable Object> R look(Errand<R> glance) throws IOException {
        lock.lock();
        try {
            refuseIfOver();
            return glance.run();
        } finally {
            lock.unlock();
        }
    }

    /** Stops waiting, because the answer is of no use any more. Called on the plugin's threads. */
    public void cutOff(String why) {
        lock.lock();
        try {
            if (!over && cutOff == null) {
                cutOff = why;
                asked.signal();
                answered.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Does the plugin's work, on its thread, and then lets the request's own thread go. */
    <R> R during(Callable<R> work) throws Exception {
        try {
            return work.call();
        } finally {
            lock.lock();
            try {
                over = true;
                asked.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    /**
     * Runs errands until the plugin's call has ended, or has kept this thread waiting for too long.
     *
     * @return null where the call has ended; why it was cut off otherwise
     */
    @Nullable String attend(long nanos, String late) {
        long left = nanos;
        lock.lock();
        try {
            while (cutOff == null) {
                if (order != null && !order.done) {
                    run(order);
                } else if (over) {
                    return null;
                } else if (left <= 0) {
                    cutOff(late);
                } else {
                    left = asked.awaitNanos(left);
                }
            }
            return cutOff;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            cutOff("The portal is stopping");
            return cutOff;
        } finally {
            lock.unlock();
        }
    }

    private void run(Order<?> current) {
        lock.unlock();
        try {
            current.run();
        } finally {
            lock.lock();
        }
        clientGone |= current.failure != null;
        current.done = true;
        order = null;
        answered.signalAll();
    }

    /** {@return whether the connection failed: then it is not the plugin that did} */
    boolean isClientGone() {
        return clientGone;
    }

    private static final class Order<R extends @Nullable Object> {

        private final Errand<R> errand;
        private @Nullable R result;
        private @Nullable Throwable failure;
        private boolean done;

        Order(Errand<R> errand) {
            this.errand = errand;
        }

        /** What goes wrong is the asking thread's to hear. */
        void run() {
            try {
                result = errand.run();
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }

        @SuppressWarnings("NullAway") // null exactly where the errand gave null
        R result() throws IOException {
            if (failure instanceof IOException) {
                throw (EOFException) new EOFException("The client went away.").initCause(failure);
            }
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
            return result;
        }
    }
}
