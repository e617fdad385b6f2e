package org.callboard.core.workload;

/** A token that is not taken; the message is a clause that says why. */
final class RefusedTokenException extends Exception {

    private static final long serialVersionUID = 1L;

    RefusedTokenException(String why) {
        super(why, null, false, false);
    }
}
