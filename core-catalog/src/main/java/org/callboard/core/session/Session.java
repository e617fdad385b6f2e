package org.callboard.core.session;

import java.time.Instant;
import org.callboard.core.policy.Identity;

/**
 * A browser that is signed in.
 *
 * @param id the SHA-256 of its cookie
 * @param csrf what state-changing requests must send besides the cookie
 * @param expires when it ends at the latest
 */
public record Session(String id, Identity identity, String csrf, Instant expires) {

    /** {@return whose it is, and nothing that is secret} */
    @Override
    public String toString() {
        return "session of " + identity.name();
    }
}
