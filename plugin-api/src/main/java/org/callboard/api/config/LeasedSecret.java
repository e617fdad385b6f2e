package org.callboard.api.config;

import java.time.Duration;
import java.util.Objects;

/**
 * A secret, and for how long it is good.
 *
 * @param lease after which time it may be another; it is fetched again when two thirds of it are over
 */
public record LeasedSecret(Secret secret, Duration lease) {

    /** Refuses a lease that is over. */
    public LeasedSecret {
        Objects.requireNonNull(secret, "secret");
        if (lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException("A lease is longer than nothing.");
        }
    }
}
