package org.callboard.core.extension;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.callboard.api.plugins.PluginLoad;
import org.callboard.api.plugins.PluginLoad.Latency;
import org.callboard.api.plugins.PluginLoad.Lines;
import org.callboard.api.plugins.PluginLoad.StuckThread;

/** Counts what one plugin does and costs, all its revisions together. */
final class PluginMeter {

    private static final int MOST_NAMED = 10;
    private static final int MEASURED_ALL = 4_096;
    private static final int MEASURED_ONE_IN = 8;

    private final LongAdder requests = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LongAdder requestNanos = new LongAdder();
    private final LatencyHistogram latencies = new LatencyHistogram();
    private final LongAdder calls = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final AtomicInteger measured = new AtomicInteger();
    private final LongAdder cpuNanos = new LongAdder();
    private final LongAdder allocated = new LongAdder();
    private final LongAdder statements = new LongAdder();
    private final LongAdder statementNanos = new LongAdder();
    private final LongAdder lines = new LongAdder();
    private final LongAdder warnings = new LongAdder();
    private final LongAdder errorLines = new LongAdder();
    private final LongAdder problems = new LongAdder();
    private final LongAdder missedEvents = new LongAdder();
    private final Set<RunningCall<?>> running = ConcurrentHashMap.newKeySet();
    private final ThreadGroup group;
    private final LoadHistory history;

    /** Counts the threads of this group as the plugin's: a thread that another starts is in the group of that one. */
    PluginMeter(ThreadGroup group) {
        this.group = group;
        this.history = new LoadHistory(totals());
    }

    void answered(boolean isError, long nanos) {
        requests.increment();
        requestNanos.add(nanos);
        latencies.add(nanos);
        if (isError) {
            errors.increment();
        }
    }

    void called() {
        calls.increment();
    }

    void failed() {
        failures.increment();
    }

    void spent(long nanos, long bytes) {
        cpuNanos.add(nanos);
        allocated.add(bytes);
    }

    /**
     * {@return for how many calls the next one is measured} Asking a system for a thread's processor time can cost
     * microseconds, which a plugin that answers thousands of requests a second on the server's threads would feel.
     */
    int weight() {
        if (measured.get() < MEASURED_ALL && measured.incrementAndGet() <= MEASURED_ALL) {
            return 1;
        }
        return ThreadLocalRandom.current().nextInt(MEASURED_ONE_IN) == 0 ? MEASURED_ONE_IN : 0;
    }

    void statement(long nanos) {
        statements.increment();
        statementNanos.add(nanos);
    }

    void logged(String level) {
        lines.increment();
        if (level.equals("ERROR")) {
            errorLines.increment();
        } else if (level.equals("WARN")) {
            warnings.increment();
        }
    }

    void found(int more) {
        problems.add(more);
    }

    void missed(int events) {
        missedEvents.add(events);
    }

    ThreadGroup group() {
        return group;
    }

    void began(RunningCall<?> call) {
        running.add(call);
    }

    void ended(RunningCall<?> call) {
        running.remove(call);
    }

    /** {@return what its calls have allocated up to now, in bytes} */
    long allocatedBytes() {
        running.forEach(RunningCall::charge);
        return allocated.sum();
    }

    PluginLoad load() {
        running.forEach(RunningCall::charge);
        return new PluginLoad(
                requests.sum(),
                errors.sum(),
                new Latency(Duration.ofNanos(requestNanos.sum()), latencies.quantile(0.5), latencies.quantile(0.99)),
                calls.sum(),
                failures.sum(),
                Duration.ofNanos(cpuNanos.sum()),
                allocated.sum(),
                statements.sum(),
                Duration.ofNanos(statementNanos.sum()),
                new Lines(lines.sum(), warnings.sum(), errorLines.sum()),
                problems.sum(),
                missedEvents.sum(),
                running.size(),
                group.activeCount(),
                stuck());
    }

    /** The counters are read once more for the history. */
    void tick() {
        history.tick(totals());
    }

    /** {@return what it did in the steps of this range that are over, oldest first} */
    List<LoadStep> steps(LoadRange range) {
        return history.steps(range);
    }

    private LoadTotals totals() {
        running.forEach(RunningCall::charge);
        return new LoadTotals(
                requests.sum(),
                errors.sum(),
                latencies.since(new LatencyHistogram()),
                cpuNanos.sum(),
                allocated.sum(),
                statements.sum(),
                statementNanos.sum());
    }

    /** {@return a sentence about a call that should have ended, if there is one} */
    String oneStuck() {
        return running.stream()
                .flatMap(call -> call.stuck().stream())
                .findFirst()
                .map(stuck -> " One should have ended and is at " + stuck.at() + ".")
                .orElse("");
    }

    private List<StuckThread> stuck() {
        return running.stream()
                .flatMap(call -> call.stuck().stream())
                .sorted(Comparator.comparing(StuckThread::running).reversed())
                .limit(MOST_NAMED)
                .toList();
    }
}
