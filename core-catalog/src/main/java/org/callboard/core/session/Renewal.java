package org.callboard.core.session;

import org.callboard.api.problem.PortalException;
import org.callboard.core.policy.Identity;

/** Asks those who vouch for people whether they still do. */
@FunctionalInterface
public interface Renewal {

    /** Who somebody is now, and why that is so. */
    record Renewed(Identity identity, Proof proof) {}

    /**
     * {@return what is true now}
     *
     * @throws PortalException NOT_ALLOWED where the session has to end; UNAVAILABLE where nobody can be asked
     */
    Renewed renew(Identity who, Proof proof);
}
