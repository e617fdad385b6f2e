package org.callboard.plugin.webshell.definition;

import java.io.Serial;

/** A text is not in the format that it was taken for; the message says why, in a sentence. */
final class UnreadableDefinitionException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    UnreadableDefinitionException(String message) {
        super(message);
    }
}
