package org.callboard.core.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Codes that sign somebody in, once, within ten minutes. They live in memory: a restart makes new ones. */
public final class SignInLinks {

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int MOST = 100;

    private final Clock clock;
    private final Map<String, Instant> expiryByHash = new LinkedHashMap<>();

    /** Takes the time from the clock. */
    public SignInLinks(Clock clock) {
        this.clock = clock;
    }

    /** {@return a new code} */
    public synchronized String create() {
        Instant now = clock.instant();
        expiryByHash.values().removeIf(expiry -> expiry.isBefore(now));
        if (expiryByHash.size() >= MOST) {
            expiryByHash.remove(expiryByHash.keySet().iterator().next());
        }
        String code = Secrets.fresh();
        expiryByHash.put(Secrets.hash(code), now.plus(LIFETIME));
        return code;
    }

    /** {@return whether the code is good; it is used up by that} */
    public synchronized boolean redeem(String code) {
        Instant expiry = expiryByHash.remove(Secrets.hash(code));
        return expiry != null && expiry.isAfter(clock.instant());
    }
}
