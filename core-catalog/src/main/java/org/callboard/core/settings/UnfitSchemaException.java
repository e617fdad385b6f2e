package org.callboard.core.settings;

/** A plugin's description of its configuration that can't be used; the message is a sentence for its author. */
public final class UnfitSchemaException extends Exception {

    private static final long serialVersionUID = 1L;

    UnfitSchemaException(String message) {
        super(message, null, false, false);
    }
}
