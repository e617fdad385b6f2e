package org.callboard.api.task;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as operators see it.
 *
 * @param plugin whose it is
 * @param id the task's id; that of an entity provider with {@code provider:} before it
 * @param title what people call it
 * @param schedule when it is done, in words
 * @param state what it does now
 * @param message what the run that goes on said last, or why none can begin; empty where there is nothing to say
 * @param last the last run that ended, or null where there was none
 * @param next when the next run is due, or null where none is
 */
public record TaskInfo(
        String plugin,
        String id,
        String title,
        String schedule,
        State state,
        String message,
        @Nullable Run last,
        @Nullable Instant next) {

    /** What a task does. */
    public enum State {
        /** It waits for its time. */
        WAITING,
        /** It is due, and waits for another run of the plugin's to end. */
        QUEUED,
        /** It runs. */
        RUNNING,
        /** Its last run was to end and doesn't; none begins before it has. */
        STUCK,
        /** An operator has it wait. */
        PAUSED,
        /** Its schedule can't be had of the plugin. */
        FAILED
    }

    /**
     * A run that has ended.
     *
     * @param message what it said last, or what was wrong with it; empty where there is nothing to say
     */
    public record Run(Instant started, Duration took, Outcome outcome, String message) {}

    /** How a run ended. */
    public enum Outcome {
        /** It did what it is for. */
        DONE,
        /** It threw something. */
        FAILED,
        /** It took longer than its limit. */
        TOO_LONG,
        /** The plugin or the portal went meanwhile; it is made up for. */
        CANCELLED,
        /** The portal ended without a word meanwhile; it is made up for. */
        LOST
    }
}
