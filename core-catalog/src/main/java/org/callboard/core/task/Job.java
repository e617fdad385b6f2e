package org.callboard.core.task;

import org.callboard.api.task.TaskRun;

/** What a task does. */
@FunctionalInterface
interface Job {

    /**
     * Enters the plugin's code.
     *
     * @return what is to be done with what it gave, outside of that code and only where the run was not cut off
     */
    Runnable run(TaskRun run) throws Exception;
}
