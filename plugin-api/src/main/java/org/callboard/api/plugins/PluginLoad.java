package org.callboard.api.plugins;

import java.time.Duration;
import java.util.List;

/**
 * What a plugin has done and cost, at one moment. Counts go on when a revision is replaced by another, and begin anew with
 * the portal and when a plugin comes back after its removal.
 *
 * @param requests HTTP requests on its paths
 * @param errors of these, answered with a 5xx, by the plugin or in its place
 * @param latency how long they took
 * @param calls how often its code was entered, for requests and for everything else
 * @param failures of these, ended by a deadline, a throwable or a 5xx
 * @param cpu processor time of these calls; threads that the plugin starts itself are not in it. Of a mandatory plugin's
 *     requests one in eight is measured after the first 4 096
 * @param allocatedBytes what these calls allocated, in bytes
 * @param statements SQL statements that these calls ran, and those on the plugin's own tables
 * @param statementTime how long these took, the way to the database included
 * @param lines what it logged and printed
 * @param problems problems that its processors found in entities, or became by failing: one that is found again when the
 *     entity is processed again counts again
 * @param missedEvents events that its listeners were not told of, because more than 10 000 waited for one of them
 * @param running calls under way on threads of the plugin
 * @param threads live threads of the plugin: those it is called on, and those it started
 * @param stuck calls past their deadline that have not ended, oldest first and no more than ten
 */
public record PluginLoad(
        long requests,
        long errors,
        Latency latency,
        long calls,
        long failures,
        Duration cpu,
        long allocatedBytes,
        long statements,
        Duration statementTime,
        Lines lines,
        long problems,
        long missedEvents,
        int running,
        int threads,
        List<StuckThread> stuck) {

    /** That of a plugin which has not run since the portal was started. */
    public static final PluginLoad NONE = new PluginLoad(
            0,
            0,
            new Latency(Duration.ZERO, Duration.ZERO, Duration.ZERO),
            0,
            0,
            Duration.ZERO,
            0,
            0,
            Duration.ZERO,
            new Lines(0, 0, 0),
            0,
            0,
            0,
            0,
            List.of());

    /** Copies the stuck threads. */
    public PluginLoad {
        stuck = List.copyOf(stuck);
    }

    /**
     * How long requests took, from the dispatcher's sight. The quantiles are within 4% of the truth.
     *
     * @param sum all of them together
     * @param p50 half of them took no longer
     * @param p99 99 of a hundred took no longer
     */
    public record Latency(Duration sum, Duration p50, Duration p99) {}

    /**
     * How many lines a plugin logged, those among them that came too fast to be kept.
     *
     * @param all of every level that is logged at all
     * @param warnings of these, warnings; what is printed to standard error is one as well
     * @param errors of these, errors
     */
    public record Lines(long all, long warnings, long errors) {}

    /**
     * A thread that a call does not give back.
     *
     * @param name its name
     * @param running since when the call has been running
     * @param at the topmost frame on its stack that is not the Java library's, or else the topmost
     */
    public record StuckThread(String name, Duration running, String at) {}
}
