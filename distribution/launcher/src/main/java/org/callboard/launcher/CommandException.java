package org.callboard.launcher;

/** A command came to nothing; the message is for who gave it. */
public final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    CommandException(ExitCode code, String message) {
        super(message);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
