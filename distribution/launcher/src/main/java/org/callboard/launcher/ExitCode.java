package org.callboard.launcher;

/** What the process's exit code says. */
enum ExitCode {
    /** It ended as it was told to. */
    OK(0),
    /** Something failed that no other code is for; of {@code catalog validate} and {@code policy check}: it would be refused. */
    FAILED(1),
    /** The command line can't be understood. */
    USAGE(2),
    /** The configuration can't be used. */
    CONFIGURATION(3),
    /** The port is taken. */
    PORT(4),
    /** The storage folder can't be used, or another process is using it. */
    STORAGE(5),
    /** Something that the command line names can't be read. */
    UNREADABLE(6),
    /** The portal understood the command and refused it; it says why. */
    REFUSED(7),
    /** No portal answers. */
    UNREACHABLE(8),
    /** The portal takes no such command from this token, or there is no token. */
    NOT_ALLOWED(9),
    /** The audit log is not as it was written. */
    BROKEN(10);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
