package org.callboard.core.task;

import org.callboard.api.task.TaskInfo.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A run has begun or ended.
 *
 * @param outcome how it ended, or null where it has begun
 */
public record TaskEvent(String plugin, String id, @Nullable Outcome outcome) {}
