package org.callboard.api.plugins;

import java.util.List;
import org.callboard.api.plugins.PluginInfo.Contribution;
import org.jspecify.annotations.Nullable;

/**
 * What installing a jar would do, found out without running any of its code.
 *
 * @param token stands for this plan: an install that names it is refused when it would no longer do the same
 * @param action what would happen
 * @param id the plugin's id; empty where the jar names none
 * @param from the version that serves now, or null where none does
 * @param to the jar's version, or null where it names none
 * @param signedBy whose signature the jar would be accepted for, or null where none is asked for
 * @param stops the other plugins that would be stopped
 * @param starts the other plugins that would be started
 * @param adds the extensions that would be new
 * @param changes the extensions that would be there before and after
 * @param removes the extensions that would be gone
 * @param asks what the plugin wants to use
 * @param diagnosis why it would be refused, or null where it would not
 */
public record Plan(
        String token,
        Action action,
        String id,
        @Nullable String from,
        @Nullable String to,
        @Nullable JarSigner signedBy,
        List<String> stops,
        List<String> starts,
        List<Contribution> adds,
        List<Contribution> changes,
        List<Contribution> removes,
        List<Need> asks,
        @Nullable Diagnosis diagnosis) {

    /** Copies the lists. */
    public Plan {
        stops = List.copyOf(stops);
        starts = List.copyOf(starts);
        adds = List.copyOf(adds);
        changes = List.copyOf(changes);
        removes = List.copyOf(removes);
        asks = List.copyOf(asks);
    }

    /** What would happen. */
    public enum Action {
        /** The plugin would be new. */
        INSTALL,
        /** It would take the place of the revision that serves. */
        REPLACE,
        /** It would not be taken. */
        REFUSE
    }

    /**
     * Something that a plugin wants to use.
     *
     * @param kind {@code permission} where its callers need it, {@code package} where another plugin offers it, {@code config}
     *     where it is a setting, {@code host} where it is a server that it asks, {@code port} where its code can open one of its own, {@code table}, {@code column} or
     *     {@code index} where it would be added to the plugin's own tables
     * @param name its name
     * @param note what is to be known of it, or null
     */
    public record Need(String kind, String name, @Nullable String note) {

        /** A need that says everything by its name. */
        public Need(String kind, String name) {
            this(kind, name, null);
        }
    }
}
