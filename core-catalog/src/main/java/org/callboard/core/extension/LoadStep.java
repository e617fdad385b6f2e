package org.callboard.core.extension;

import java.time.Duration;

/**
 * What a plugin did and cost within one step.
 *
 * @param p50 half of the requests took no longer; zero where there were none
 * @param p99 99 of a hundred took no longer
 * @param allocatedBytes what its calls allocated
 */
public record LoadStep(
        long requests,
        long errors,
        Duration p50,
        Duration p99,
        Duration cpu,
        long allocatedBytes,
        long statements,
        Duration statementTime) {

    /** {@return what was counted between two readings of the counters} */
    static LoadStep between(LoadTotals before, LoadTotals now) {
        LatencyHistogram latencies = now.latencies().since(before.latencies());
        return new LoadStep(
                now.requests() - before.requests(),
                now.errors() - before.errors(),
                latencies.quantile(0.5),
                latencies.quantile(0.99),
                Duration.ofNanos(now.cpuNanos() - before.cpuNanos()),
                now.allocated() - before.allocated(),
                now.statements() - before.statements(),
                Duration.ofNanos(now.statementNanos() - before.statementNanos()));
    }
}
