package org.callboard.core.task;

import java.time.Instant;
import org.callboard.api.task.TaskInfo;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a task.
 *
 * @param schedule the schedule's words when the row was last brought up to date
 * @param digest the jar's then
 * @param next when it is due by itself, or null
 * @param asked when somebody asked for a run, or null
 * @param lease who runs it at present, or null
 * @param last the last run that ended, or null
 */
record TaskRow(
        TaskKey key,
        String schedule,
        String digest,
        @Nullable Instant next,
        @Nullable Instant asked,
        boolean isPaused,
        @Nullable Lease lease,
        TaskInfo.@Nullable Run last) {

    /** Who runs a task, until when unless they say so again, and since when. */
    record Lease(String node, Instant until, Instant started) {}

    /** {@return when it is due, or null where it is not, whoever may run it at present} */
    @Nullable Instant due() {
        Instant own = isPaused ? null : next;
        return asked != null && (own == null || asked.isBefore(own)) ? asked : own;
    }
}
