package org.callboard.core.catalog;

import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.query.Sight;
import org.callboard.core.session.PluginCaller;
import org.callboard.core.session.PortalCaller;

/** What callers may do, and with which entities. */
final class Permissions {

    private Permissions() {}

    /** Refuses a caller that lacks a permission. */
    static void require(Caller caller, String permission) {
        if (!caller.may(new Permission(permission))) {
            throw refused(caller, permission);
        }
    }

    /** Refuses a caller that lacks a permission, or has it for some entities alone. */
    static void requireWhole(Caller caller, String permission) {
        require(caller, permission);
        if (!sight(caller, permission).isWhole()) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "This needs the permission " + permission + " without a condition, and " + caller
                            + " has it with one.");
        }
    }

    /** {@return the entities that a caller may read} */
    static Sight reading(Caller caller) {
        return sight(caller, Permission.CATALOG_READ);
    }

    /**
     * {@return the entities that a caller has a permission for}
     *
     * @throws PortalException NOT_ALLOWED where the caller is not one of the portal's: what stands before somebody else's
     *     must not widen what that one sees
     */
    static Sight sight(Caller caller, String permission) {
        if (caller instanceof PortalCaller known) {
            return Sight.of(known.entities(permission));
        }
        if (caller instanceof PluginCaller plugin) {
            return plugin.may(new Permission(permission)) ? Sight.ALL : Sight.NOTHING;
        }
        throw new PortalException(
                ProblemKind.NOT_ALLOWED,
                "Nobody knows what " + caller.getName() + " may do: the portal has not let this caller in.",
                "Hand on the Caller that the request or the task's run came with.");
    }

    static PortalException refused(Caller caller, String permission) {
        return new PortalException(
                ProblemKind.NOT_ALLOWED, "This needs the permission " + permission + ", which " + caller + " lacks.");
    }

    /** {@return the refusal of something that a caller may do to other entities, and not to this one, which they may read} */
    static PortalException refused(Caller caller, String permission, Object entity) {
        return new PortalException(
                ProblemKind.NOT_ALLOWED,
                "This needs the permission " + permission + " for " + entity + ", which " + caller + " lacks.");
    }
}
