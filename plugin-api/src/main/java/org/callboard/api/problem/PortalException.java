package org.callboard.api.problem;

import org.jspecify.annotations.Nullable;

/**
 * A failure that its caller can understand. The message says what failed, which thing and why; the hint says what to do.
 * Both reach the caller as they are, so neither may hold a secret, a server path or a stack trace.
 */
public final class PortalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final @Nullable String hint;

    /** Makes a failure with nothing to advise. */
    public PortalException(ProblemKind kind, String message) {
        this(kind, message, null, null);
    }

    /** Makes a failure that says what to do about it. */
    public PortalException(ProblemKind kind, String message, @Nullable String hint) {
        this(kind, message, hint, null);
    }

    /** Makes a failure that keeps its cause for the log; the cause is never shown to a caller. */
    public PortalException(ProblemKind kind, String message, @Nullable String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.hint = hint;
    }

    /** {@return the sort of failure} */
    public ProblemKind kind() {
        return kind;
    }

    /** {@return what the message says; never null} */
    public String message() {
        String message = getMessage();
        return message == null ? kind.name() : message;
    }

    /** {@return what to do about it, or null} */
    public @Nullable String hint() {
        return hint;
    }
}
