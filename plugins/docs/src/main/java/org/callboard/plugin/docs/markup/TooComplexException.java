package org.callboard.plugin.docs.markup;

/** A page that would take too long to read, or become too large when written. */
public final class TooComplexException extends Exception {

    private static final long serialVersionUID = 1;

    /** @param reason what there is too much of, as a clause */
    public TooComplexException(String reason) {
        super(reason);
    }

    /** What there is too much of. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
