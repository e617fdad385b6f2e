package org.callboard.core.web;

/** Text that is no URL, or no part of one, in the form that is taken here; the message is a clause without its subject. */
public final class MalformedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String fix;

    MalformedException(String reason, String fix) {
        super(reason, null, false, false);
        this.fix = fix;
    }

    /** {@return one sentence: what to do} */
    public String fix() {
        return fix;
    }
}
