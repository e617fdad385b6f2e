package org.callboard.core.extension;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How far back the history of a plugin's load goes, and in which steps. */
public enum LoadRange {
    /** The last quarter of an hour. */
    QUARTER("15m", 1, 90),
    /** The last six hours. */
    HOURS("6h", 12, 180),
    /** The last day. */
    DAY("24h", 60, 144);

    /** How often the counters are read. */
    public static final Duration TICK = Duration.ofSeconds(10);

    private final String code;
    private final int ticks;
    private final int steps;

    LoadRange(String code, int ticks, int steps) {
        this.code = code;
        this.ticks = ticks;
        this.steps = steps;
    }

    /** {@return the range of this name} */
    public static Optional<LoadRange> of(String code) {
        return Arrays.stream(values()).filter(range -> range.code.equals(code)).findFirst();
    }

    /** {@return its name in requests} */
    public String code() {
        return code;
    }

    /** {@return how many readings of the counters a step has} */
    int ticks() {
        return ticks;
    }

    /** {@return how many steps are kept} */
    public int steps() {
        return steps;
    }

    /** {@return how long a step is} */
    public Duration step() {
        return TICK.multipliedBy(ticks);
    }
}
