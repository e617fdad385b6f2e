package org.callboard.core.extension;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What one plugin did lately: of each range so many steps, the oldest forgotten. Some 60 KB. */
final class LoadHistory {

    private final Map<LoadRange, Steps> ranges = new EnumMap<>(LoadRange.class);

    /** Those of one range. */
    private static final class Steps {
        private final Deque<LoadStep> done = new ArrayDeque<>();
        private LoadTotals before;
        private int ticks;

        Steps(LoadTotals start) {
            this.before = start;
        }
    }

    /** Begins with the counters at this. */
    LoadHistory(LoadTotals start) {
        for (LoadRange range : LoadRange.values()) {
            ranges.put(range, new Steps(start));
        }
    }

    /** The counters were read once more. */
    synchronized void tick(LoadTotals now) {
        ranges.forEach((range, steps) -> {
            if (++steps.ticks < range.ticks()) {
                return;
            }
            steps.ticks = 0;
            steps.done.addLast(LoadStep.between(steps.before, now));
            steps.before = now;
            if (steps.done.size() > range.steps()) {
                steps.done.removeFirst();
            }
        });
    }

    /** {@return the steps that are over, oldest first} */
    synchronized List<LoadStep> steps(LoadRange range) {
        Steps steps = ranges.get(range);
        return steps == null ? List.of() : List.copyOf(steps.done);
    }
}
