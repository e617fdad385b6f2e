package org.callboard.core.policy;

/** A policy that can't be used; the message is for the operator, and names file and lines. */
public final class UnusablePolicyException extends Exception {

    private static final long serialVersionUID = 1L;

    UnusablePolicyException(String message) {
        super(message);
    }
}
