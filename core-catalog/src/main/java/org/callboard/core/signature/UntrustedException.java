package org.callboard.core.signature;

/** A jar whose origin is not proven; the message says why, in one sentence. */
public final class UntrustedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String fix;

    UntrustedException(String cause, String fix) {
        super(cause);
        this.fix = fix;
    }

    /** {@return what to do, in one sentence} */
    public String fix() {
        return fix;
    }

    /** {@return why it is not proven, in one sentence} */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
