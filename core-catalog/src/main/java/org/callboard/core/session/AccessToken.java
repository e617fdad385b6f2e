package org.callboard.core.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token that somebody made for a machine. The token itself is nowhere.
 *
 * @param hash the token's SHA-256; empty where the portal has not made it, and keeps nothing of it
 * @param owner the reference of who made it, for whom the machine acts
 * @param expires when it is of no use any more
 * @param lastUsed to the minute; null where it never was
 * @param revoked when that was; null where it was not
 */
public record AccessToken(
        String hash,
        String name,
        String owner,
        Scope scope,
        Instant made,
        Instant expires,
        @Nullable Instant lastUsed,
        @Nullable Instant revoked) {

    /** What every token begins with, by which people and scanners of sources know one. */
    static final String PREFIX = "cb_";

    boolean isForeign() {
        return hash.isEmpty();
    }

    boolean isGood(Instant now) {
        return revoked == null && expires.isAfter(now);
    }

    /** {@return its name, and nothing of which it could be known} */
    @Override
    public String toString() {
        return "token " + name;
    }
}
