package org.callboard.core.audit;

import org.callboard.core.audit.AuditLog.Outcome;
import org.callboard.core.entity.Texts;
import org.callboard.core.extension.LoaderOwner;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What somebody did.
 *
 * @param caller who
 * @param through what it came in by, such as {@code session} or {@code inbox}
 * @param plugin whose code did it for them, or null where the portal's own did
 * @param name what it was, such as {@code plugin.install}
 * @param subject on what
 * @param outcome how it ended: the name of an {@link Outcome}, unless somebody changed it in the table
 * @param detail more of how it ended
 * @param request the id of the request, or null where none asked for it
 */
public record Act(
        String caller,
        @Nullable String through,
        @Nullable String plugin,
        String name,
        String subject,
        String outcome,
        @Nullable String detail,
        @Nullable String request) {

    private static final int LONGEST = 1_000;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CALLER = 400;

    /** {@return an act of this moment on this thread} */
    static Act now(String caller, String name, String subject, Outcome outcome, @Nullable String detail) {
        String plugin = LoaderOwner.of(Thread.currentThread().getContextClassLoader());
        String through = MDC.get(AuditLog.THROUGH_KEY);
        String by = through != null ? through : plugin != null ? "plugin" : "portal";
        return new Act(
                kept(caller, LONGEST_CALLER),
                kept(by, LONGEST_NAME),
                plugin,
                kept(name, LONGEST_NAME),
                kept(subject, LONGEST),
                outcome.name(),
                detail == null ? null : kept(detail, LONGEST),
                MDC.get(AuditLog.REQUEST_KEY));
    }

    /** {@return this act with other details} */
    Act detail(String other) {
        return new Act(caller, through, plugin, name, subject, outcome, kept(other, LONGEST), request);
    }

    /** {@return this act by others, on something else} */
    Act by(String others, String what) {
        return new Act(others, through, plugin, name, what, outcome, detail, request);
    }

    /** {@return the text as every database gives it back, or its hash would not be that of the row} */
    private static String kept(String text, int longest) {
        String shorter = text.length() > longest ? text.substring(0, longest) : text;
        return Texts.withoutLoneSurrogates(shorter).replace('\0', ' ');
    }
}
