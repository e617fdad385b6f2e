package org.callboard.core.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongUnaryOperator;
import org.callboard.api.task.Schedule;
import org.jspecify.annotations.Nullable;

/** When runs are due. Those of tasks that come again and again are spread a little, so that not all come at once. */
final class Timing {

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration MOST_SPREAD = Duration.ofSeconds(30);
    private static final int SPREAD_PART = 10;

    private final Clock clock;
    private final LongUnaryOperator random;

    /**
     * Goes by this clock.
     *
     * @param random a number from 0 to below the one given
     */
    Timing(Clock clock, LongUnaryOperator random) {
        this.clock = clock;
        this.random = random;
    }

    /** By milliseconds, as they are kept. */
    Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }

    /** {@return when a task is due that a revision brings, or null where it never is by itself} */
    @Nullable Instant first(Schedule schedule) {
        if (schedule instanceof Schedule.Every every) {
            return now().plus(spread(shorter(every.period(), SOON)));
        }
        return schedule.next(now()).orElse(null);
    }

    /** {@return when a task is due next, or null where it is not by itself} */
    @Nullable Instant next(Schedule schedule) {
        Instant next = schedule.next(now()).orElse(null);
        return next != null && schedule instanceof Schedule.Every every
                ? next.plus(spread(shorter(every.period().dividedBy(SPREAD_PART), MOST_SPREAD)))
                : next;
    }

    private Duration spread(Duration most) {
        return Duration.ofMillis(random.applyAsLong(most.toMillis()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
