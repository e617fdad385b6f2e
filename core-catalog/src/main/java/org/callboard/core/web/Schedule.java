package org.callboard.core.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** When to ask again. Chance spreads it, so that pages which were asked for together are not asked for together for ever. */
final class Schedule {

    private static final double JITTER = 0.25;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);
    private static final int MOST_DOUBLINGS = 20;

    private final Duration interval;
    private final Clock clock;
    private final RandomGenerator random;

    Schedule(Duration interval, Clock clock, RandomGenerator random) {
        this.interval = interval;
        this.clock = clock;
        this.random = random;
    }

    Instant now() {
        return clock.instant();
    }

    /** {@return a time within the next interval}, for copies that were there before the portal started */
    Instant atFirst() {
        return now().plus(part(interval, random.nextDouble()));
    }

    /** {@return the interval from now, a quarter more or less} */
    Instant afterSuccess() {
        return now().plus(part(interval, 1 - JITTER + 2 * JITTER * random.nextDouble()));
    }

    /**
     * {@return when the server wishes, or else later and later}: anywhere from 10 seconds to a ceiling that doubles with each
     * failure in a row, up to 30 minutes
     */
    Instant afterFailure(int failures, @Nullable String retryAfter) {
        Instant now = now();
        return now.plus(RetryAfter.of(retryAfter, now).orElseGet(() -> pause(failures)));
    }

    private Duration pause(int failures) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration ceiling = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return FIRST_PAUSE.plus(part(ceiling.minus(FIRST_PAUSE), random.nextDouble()));
    }

    private static Duration part(Duration whole, double share) {
        return Duration.ofMillis((long) (whole.toMillis() * share));
    }
}
