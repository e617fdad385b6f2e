package org.callboard.core.session;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * How much of what its owner may do a token can be used for.
 *
 * @param permissions their names, or null for all
 * @param plugins the ids of the plugins that may be installed and steered, or null for all
 */
public record Scope(
        @Nullable Set<String> permissions, @Nullable Set<String> plugins) {

    /** Everything. */
    public static final Scope ALL = new Scope(null, null);

    /** Copies and sorts them. */
    public Scope {
        permissions = sorted(permissions);
        plugins = sorted(plugins);
    }

    private static @Nullable Set<String> sorted(@Nullable Set<String> names) {
        return names == null ? null : Collections.unmodifiableSet(new TreeSet<>(names));
    }

    boolean allows(String permission) {
        return permissions == null || permissions.contains(permission);
    }

    boolean covers(String plugin) {
        return plugins == null || plugins.contains(plugin);
    }

    /** Refuses a caller whose token is for other plugins. */
    static void requirePlugin(Caller caller, String plugin) {
        if (caller instanceof PortalCaller portal && !portal.scope().covers(plugin)) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "This token is for other plugins than '" + plugin + "'.",
                    "GET /api/session says which.");
        }
    }
}
