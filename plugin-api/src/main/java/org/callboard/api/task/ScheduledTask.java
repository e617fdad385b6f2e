package org.callboard.api.task;

import java.time.Duration;
import org.callboard.api.extension.Extension;
import org.callboard.api.extension.ExtensionPoint;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that the plugin does at certain times. Only the revision that serves is asked; one run of a task goes on at a
 * time, whatever happens to the plugin and however many nodes there are. When the portal starts, none begins before it has
 * looked at all that the catalog is read from, or a minute has passed.
 */
@ConsumerType
@ExtensionPoint("task")
public interface ScheduledTask extends Extension {

    /** {@return when it is to be done} Asked once for each revision. */
    Schedule schedule();

    /** {@return how long a run may take, a day at most; by default 10 minutes} Asked once for each revision. */
    default Duration limit() {
        return Duration.ofMinutes(10);
    }

    /**
     * Does it, on a thread of the plugin's, two runs of which go on at a time. The thread is interrupted when the run takes
     * longer than the limit, and when the revision or the portal goes and the run has not ended within some seconds; a run
     * that was cut off so is made up for. What it throws is the run's outcome, and the next run comes at its time.
     */
    void run(TaskRun run) throws Exception;
}
