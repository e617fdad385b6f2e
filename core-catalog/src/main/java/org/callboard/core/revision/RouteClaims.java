package org.callboard.core.revision;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginInfo.Role;
import org.callboard.core.archive.RefusedException;

/** Which paths a plugin may answer: its own prefix, and for the mandatory ones what nobody else has. */
public final class RouteClaims {

    /** Ships with the portal, may claim routes outside its own prefix, and can't be removed. */
    public static final Set<String> MANDATORY = Set.of("catalog-api", "web-shell");

    private static final Set<String> RESERVED = Set.of(
            "/api/permissions",
            "/api/plugins",
            "/api/portal",
            "/api/previews",
            "/api/session",
            "/api/events",
            "/api/hooks",
            "/api/tasks",
            "/api/development",
            "/health",
            "/metrics",
            "/ui",
            "/signin",
            "/rescue",
            "/maven");

    private RouteClaims() {}

    /** {@return a sentence for each mandatory plugin that does not serve} */
    public static List<String> missing(ActiveRevisions active) {
        return MANDATORY.stream()
                .filter(id -> active.find(id).isEmpty())
                .sorted()
                .map(id -> "The mandatory plugin '" + id + "' does not run.")
                .toList();
    }

    public static Role role(String plugin) {
        return MANDATORY.contains(plugin) ? Role.MANDATORY : Role.OPTIONAL;
    }

    static void check(Revision candidate, Collection<Revision> serving) {
        String plugin = candidate.name().plugin();
        for (String prefix : candidate.routes().prefixes()) {
            boolean own = prefix.equals("/api/" + plugin) || prefix.startsWith("/api/" + plugin + "/");
            if (RESERVED.contains(prefix) || (!own && !MANDATORY.contains(plugin))) {
                throw refused(plugin, prefix, "that path is not its own", "Answer below /api/" + plugin + ".");
            }
            for (Revision other : serving) {
                if (!other.name().plugin().equals(plugin)
                        && other.routes().prefixes().contains(prefix)) {
                    String owner = "the plugin '" + other.name().plugin() + "' answers it";
                    throw refused(plugin, prefix, owner, "Choose another path, or remove that plugin.");
                }
            }
        }
    }

    private static RefusedException refused(String plugin, String prefix, String why, String fix) {
        return new RefusedException(new Diagnosis(
                "Plugin '" + plugin + "' was refused.", "It claims the path " + prefix + ": " + why + ".", fix));
    }
}
