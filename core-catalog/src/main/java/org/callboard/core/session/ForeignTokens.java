package org.callboard.core.session;

import java.util.Optional;
import org.callboard.api.problem.PortalException;
import org.callboard.core.policy.Identity;

/** Tokens that the portal has not made, and takes all the same. */
@FunctionalInterface
public interface ForeignTokens {

    /** Takes none. */
    ForeignTokens NONE = token -> Optional.empty();

    /**
     * {@return whose a token is, or nothing where it is of no such sort}
     *
     * @throws PortalException NOT_SIGNED_IN where it is, and is not good
     */
    Optional<Shown> read(String token);

    /**
     * Who shows a token.
     *
     * @param token what it lets them do, which stands in no table
     */
    record Shown(Identity identity, AccessToken token) {}
}
