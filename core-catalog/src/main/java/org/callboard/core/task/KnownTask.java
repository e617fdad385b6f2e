package org.callboard.core.task;

import java.time.Duration;
import org.callboard.api.task.Schedule;

/**
 * A task of a revision that serves, as it said when it was asked.
 *
 * @param limit how long a run may take
 * @param trouble why the schedule is not known; empty where it is
 */
record KnownTask(
        TaskKey key, String title, Serving revision, Schedule schedule, Duration limit, Job job, String trouble) {

    static KnownTask broken(TaskKey key, String title, Serving revision, String trouble) {
        return new KnownTask(key, title, revision, Schedule.onDemand(), Duration.ZERO, run -> () -> {}, trouble);
    }
}
