package org.callboard.core.leftover;

import java.util.Locale;

/**
 * Something that a revision left in the process when it was stopped.
 *
 * @param name what it is called, for example a thread's name or a driver's class
 * @param where where it was met, for example the line of code that a thread is at
 * @param fate what became of it
 */
public record Leftover(Kind kind, String name, String where, Fate fate) {

    /** What it is. */
    public enum Kind {
        /** A thread. */
        THREAD,
        /** A {@link java.util.Timer} with its thread. */
        TIMER,
        /** A value in a thread of somebody else's. */
        THREAD_LOCAL,
        /** A JDBC driver that is still registered. */
        DRIVER,
        /** Something to be run when the process ends. */
        SHUTDOWN_HOOK,
        /** A bean of the management server. */
        MANAGEMENT_BEAN,
        /** An object that the whole process calls, such as a default exception handler. */
        PROCESS_HANDLER,
        /** A setting of the whole process, such as its time zone. */
        PROCESS_SETTING
    }

    /** What became of it. */
    public enum Fate {
        /** It was ended, taken away or put back. */
        UNDONE,
        /** It is there until the process ends. */
        STAYS
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                + " '" + name + "'" + (where.isEmpty() ? "" : " " + where)
                + (fate == Fate.UNDONE ? " (undone)" : " (stays until the portal is restarted)");
    }
}
