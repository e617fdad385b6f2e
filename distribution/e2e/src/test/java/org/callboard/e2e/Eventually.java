package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks again until the answer is there, or until the time is up, which fails the test. */
final class Eventually {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private Eventually() {}

    /**
     * {@return what the probe found at last}
     *
     * @param what is awaited, for the message
     */
    static <T> T find(String what, Duration patience, Supplier<Optional<T>> probe) {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = probe.get();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return fail("In " + patience.toSeconds() + " s there was not: " + what);
    }

    static void holds(String what, Duration patience, BooleanSupplier condition) {
        find(what, patience, () -> condition.getAsBoolean() ? Optional.of(what) : Optional.empty());
    }
}
