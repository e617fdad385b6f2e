package org.callboard.core.endpoint;

import org.callboard.core.extension.RetryLater;

/** The cause of a refusal of somebody who asks too often: its status is 429, whatever kind it is of. */
public final class TooOften extends RetryLater {

    private static final long serialVersionUID = 1L;

    /** Names the time after which it is worth asking again. */
    public TooOften(long seconds) {
        super(seconds);
    }
}
