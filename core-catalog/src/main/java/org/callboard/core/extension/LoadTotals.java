package org.callboard.core.extension;

/**
 * What a plugin's counters stand at.
 *
 * @param latencies how long its requests took, up to now
 */
record LoadTotals(
        long requests,
        long errors,
        LatencyHistogram latencies,
        long cpuNanos,
        long allocated,
        long statements,
        long statementNanos) {}
