package org.callboard.core.secret;

import java.time.Duration;
import org.callboard.core.config.SecretSource.Fetched;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a secret at a moment; all times are those of {@link System#nanoTime}.
 *
 * @param value the last one that was fetched, or null
 * @param due when it is fetched next
 * @param end when its lease is over
 * @param failures how often it has failed since
 * @param trouble why it failed last, or null
 * @param isStale whether its lease was over then
 */
record HeldSecret(
        @Nullable String value,
        long due,
        long end,
        int failures,
        @Nullable String trouble,
        boolean isStale) {

    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final int TOLD_FAILURES = 2;

    /** {@return one that is to be fetched at once} */
    static HeldSecret wanted(long now) {
        return new HeldSecret(null, now, now, 0, "it is being fetched", false);
    }

    /** {@return it as it was fetched now} */
    static HeldSecret fetched(String value, Duration lease, long now) {
        Duration most = lease.compareTo(LONGEST) > 0 ? LONGEST : lease;
        long nanos = (most.compareTo(SHORTEST) < 0 ? SHORTEST : most).toNanos();
        return new HeldSecret(value, now + nanos / 3 * 2, now + nanos, 0, null, false);
    }

    /** {@return it after one more failure} */
    HeldSecret failed(String why, long now) {
        long pause = FIRST_PAUSE.toNanos() << Math.min(failures, MOST_DOUBLINGS);
        return new HeldSecret(value, now + pause, end, failures + 1, why, value != null && end - now <= 0);
    }

    /** {@return it where it is tried again at once if it failed} What comes of that is not put off for long either. */
    HeldSecret sooner(long now) {
        return failures == 0
                ? this
                : new HeldSecret(value, now, end, Math.min(failures, TOLD_FAILURES), trouble, isStale);
    }

    /** {@return whether it has failed for so long that the operator is to hear of it, and has not} */
    boolean isToBeTold() {
        return failures == TOLD_FAILURES;
    }

    boolean isDue(long now) {
        return due - now <= 0;
    }

    /** {@return what the configuration is made of} A value whose lease lasts is good, whatever failed since. */
    Fetched found() {
        return new Fetched(value, value == null || isStale ? trouble : null);
    }

    /** {@return nothing of the secret} */
    @Override
    public String toString() {
        return "HeldSecret[" + trouble + "]";
    }
}
