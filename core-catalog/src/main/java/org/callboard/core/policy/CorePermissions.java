package org.callboard.core.policy;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.callboard.api.security.Permission;

/** The permissions that the portal itself asks for; plugins may ask for others, whose names begin with no word of these. */
public final class CorePermissions {

    /** Their names. */
    public static final List<String> ALL = List.of(
            Permission.CATALOG_READ,
            Permission.CATALOG_REFRESH,
            Permission.CATALOG_DELETE,
            Permission.CATALOG_VALIDATE,
            Permission.LOCATION_READ,
            Permission.LOCATION_CREATE,
            Permission.LOCATION_DELETE,
            Permission.LOCATION_ANALYZE,
            Permission.PLUGIN_READ,
            Permission.PLUGIN_INSPECT,
            Permission.PLUGIN_MANAGE,
            Permission.TASK_READ,
            Permission.TASK_RUN,
            Permission.PORTAL_USE,
            Permission.PORTAL_INSPECT,
            Permission.PORTAL_BACKUP,
            Permission.AUDIT_READ,
            Permission.METRICS_READ,
            Permission.POLICY_READ,
            Permission.SESSION_CREATE,
            Permission.TOKEN_MANAGE,
            Permission.PEOPLE_MANAGE);

    private static final Set<String> ON_ENTITIES =
            Set.of(Permission.CATALOG_READ, Permission.CATALOG_REFRESH, Permission.CATALOG_DELETE);
    private static final Set<String> ON_PLUGINS =
            Set.of(Permission.PLUGIN_INSPECT, Permission.PLUGIN_MANAGE, Permission.TASK_RUN);
    private static final Pattern DOTTED = Pattern.compile("[a-z0-9_-]+(\\.[a-z0-9_-]+)*");

    private CorePermissions() {}

    /** What single things a permission is about. */
    public enum Things {
        /** None: who has it has it for the portal as a whole. */
        NONE,
        /** Entities. */
        ENTITIES,
        /** Plugins. */
        PLUGINS
    }

    /** {@return what a permission is about} Those of plugins may be asked for with an entity. */
    public static Things things(String permission) {
        if (ON_PLUGINS.contains(permission)) {
            return Things.PLUGINS;
        }
        return ALL.contains(permission) && !ON_ENTITIES.contains(permission) ? Things.NONE : Things.ENTITIES;
    }

    /** {@return whether there may be such a permission} A slip in one of the portal's own is found here. */
    public static boolean isPossible(String permission) {
        return ALL.contains(permission) || isOfPlugins(permission);
    }

    /** {@return whether a plugin may have a permission of this name} */
    public static boolean isOfPlugins(String permission) {
        String first = permission.split("\\.", 2)[0] + ".";
        return DOTTED.matcher(permission).matches() && ALL.stream().noneMatch(own -> own.startsWith(first));
    }
}
