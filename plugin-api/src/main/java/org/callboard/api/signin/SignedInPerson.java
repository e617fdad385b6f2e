package org.callboard.api.signin;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is vouched for.
 *
 * @param issuer who vouches, always by the same name
 * @param subject what the issuer calls them, which never changes and is never given to anybody else
 * @param username by what name they sign in there, which may change; null where there is none
 * @param displayName what to call them
 * @param email where they can be written to; null where it is not known
 * @param groups the groups they are in, as the issuer names them
 */
public record SignedInPerson(
        String issuer,
        String subject,
        @Nullable String username,
        String displayName,
        @Nullable Email email,
        Set<String> groups) {

    /**
     * An address.
     *
     * @param proof whether the issuer has seen that it is theirs
     */
    public record Email(String address, Proof proof) {}

    /** Whether an address is known to be somebody's. */
    public enum Proof {
        /** It is. */
        VERIFIED,
        /** They say so. */
        CLAIMED
    }

    /** Copies and sorts the groups. */
    public SignedInPerson {
        groups = Collections.unmodifiableSet(new TreeSet<>(groups));
    }
}
