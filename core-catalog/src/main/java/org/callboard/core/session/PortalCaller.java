package org.callboard.core.session;

import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;

/**
 * A signed-in caller. There is one role so far, the administrator, who may do everything.
 *
 * @param name the reference of who it is
 * @param displayName what to call them
 */
public record PortalCaller(String name, String displayName) implements Caller {

    /** Who holds the first token or a one-time link. */
    public static final PortalCaller ADMINISTRATOR = new PortalCaller("user:default/admin", "Administrator");

    /** The portal itself, at work on its own account. */
    public static final PortalCaller PORTAL = new PortalCaller("portal:default/portal", "The portal");

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean may(Permission permission) {
        return true;
    }

    @Override
    public String toString() {
        return name;
    }
}
