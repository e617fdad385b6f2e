package org.callboard.core.policy;

import static java.util.Map.entry;

import java.util.Map;
import org.callboard.api.security.Permission;

/** What the portal's own permissions let somebody do, in words. */
public final class PermissionTitles {

    private static final Map<String, String> TITLES = Map.ofEntries(
            entry(Permission.CATALOG_READ, "Read the catalog"),
            entry(Permission.CATALOG_REFRESH, "Have entities read again"),
            entry(Permission.CATALOG_DELETE, "Delete entities"),
            entry(Permission.CATALOG_VALIDATE, "Have documents checked"),
            entry(Permission.LOCATION_READ, "See registered locations"),
            entry(Permission.LOCATION_CREATE, "Register and move locations"),
            entry(Permission.LOCATION_DELETE, "Remove locations"),
            entry(Permission.LOCATION_ANALYZE, "Look at a location before it is registered"),
            entry(Permission.PLUGIN_READ, "See plugins"),
            entry(Permission.PLUGIN_INSPECT, "Read the settings and logs of plugins"),
            entry(Permission.PLUGIN_MANAGE, "Install, preview, roll back, switch and remove plugins"),
            entry(Permission.TASK_READ, "See tasks"),
            entry(Permission.TASK_RUN, "Run, pause and resume tasks"),
            entry(Permission.PORTAL_USE, "Use the portal and its plugins"),
            entry(Permission.PORTAL_INSPECT, "See how the portal does, and its settings in force"),
            entry(Permission.PORTAL_BACKUP, "Take a backup: as good as everything"),
            entry(Permission.AUDIT_READ, "Read the audit log"),
            entry(Permission.METRICS_READ, "Read the portal's figures"),
            entry(Permission.POLICY_READ, "See what others may do, and try another policy"),
            entry(Permission.SESSION_CREATE, "Sign an administrator in: as good as everything"),
            entry(Permission.TOKEN_MANAGE, "Make, see and revoke tokens"),
            entry(Permission.PEOPLE_MANAGE, "See who has which user, and release it"));

    private PermissionTitles() {}

    /** {@return the words for one of {@link CorePermissions#ALL}} For all others it is the name itself. */
    public static String of(String permission) {
        return TITLES.getOrDefault(permission, permission);
    }
}
