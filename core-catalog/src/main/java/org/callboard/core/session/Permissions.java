package org.callboard.core.session;

import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.jspecify.annotations.Nullable;

/** Refuses callers that lack a permission, all in the same words. */
public final class Permissions {

    private Permissions() {}

    /**
     * Lets on who holds a permission.
     *
     * @throws PortalException NOT_ALLOWED where they do not
     */
    public static void require(Caller caller, String permission) {
        if (!caller.may(new Permission(permission))) {
            throw lacking(permission);
        }
    }

    /** {@return what callers hear that lack a permission} */
    public static PortalException lacking(String permission) {
        return new PortalException(ProblemKind.NOT_ALLOWED, "This needs the permission " + permission + ".");
    }

    /**
     * Lets on who holds a permission for a plugin.
     *
     * @param owner the owner of the plugin as its jar names it, or null
     * @throws PortalException NOT_ALLOWED where they do not
     */
    public static void require(Caller caller, String permission, String plugin, @Nullable String owner) {
        require(caller, permission);
        if (!(caller instanceof PortalCaller asking)) {
            return;
        }
        Scope.requirePlugin(asking, plugin);
        if (!asking.mayOnPlugin(permission, plugin, owner)) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "This needs the permission " + permission + " for plugin '" + plugin + "', which "
                            + (owner == null ? "nobody owns." : "belongs to " + owner + "."),
                    "GET /api/permissions/explain?permission=" + permission + "&plugin=" + plugin + " says why.");
        }
    }
}
