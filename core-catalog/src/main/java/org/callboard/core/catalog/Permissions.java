package org.callboard.core.catalog;

import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;

/** Refuses callers that lack a permission. */
final class Permissions {

    private Permissions() {}

    static void require(Caller caller, String permission) {
        if (!caller.may(new Permission(permission))) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "This needs the permission " + permission + ", which " + caller.getName() + " lacks.");
        }
    }
}
