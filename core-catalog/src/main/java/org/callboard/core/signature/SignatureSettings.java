package org.callboard.core.signature;

import java.util.List;
import java.util.Set;

/**
 * What {@code plugins.signatures} says.
 *
 * @param policy whether plugins must be signed
 * @param keys the keys whose signatures count
 * @param revoked the fingerprints of certificates that count no more
 */
public record SignatureSettings(SignaturePolicy policy, List<AcceptedKey> keys, Set<String> revoked) {

    /** Copies keys and fingerprints. */
    public SignatureSettings {
        keys = List.copyOf(keys);
        revoked = Set.copyOf(revoked);
    }
}
