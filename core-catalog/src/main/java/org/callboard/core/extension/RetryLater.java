package org.callboard.core.extension;

/** The cause of a refusal that asking again, later, may escape. */
public class RetryLater extends Exception {

    private static final long serialVersionUID = 1L;

    private final long seconds;

    /** Names the time. */
    public RetryLater(long seconds) {
        super("in " + seconds + " s", null, false, false);
        this.seconds = seconds;
    }

    /** {@return after how long} */
    public long seconds() {
        return seconds;
    }
}
