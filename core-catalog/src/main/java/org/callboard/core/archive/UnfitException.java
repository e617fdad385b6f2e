package org.callboard.core.archive;

/** A jar that can't be taken: why, and what its author does about it. */
public final class UnfitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;
    private final String fix;

    /** Says why, and what to do, in a sentence each. */
    public UnfitException(String reason, String fix) {
        super(reason);
        this.reason = reason;
        this.fix = fix;
    }

    /** {@return why, in a sentence} */
    public String reason() {
        return reason;
    }

    /** {@return what to do, in a sentence} */
    public String fix() {
        return fix;
    }
}
