package org.callboard.api.plugins;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plugin at one moment; version and state are those of the revision that serves.
 *
 * @param id its id: the folder, the artifact and the prefix of its paths
 * @param version its version
 * @param title what people call it
 * @param owner the reference of the team that owns it, or null where its jar names none
 * @param state what it is doing
 * @param since since when
 * @param digest {@code sha256:} and the hexadecimal SHA-256 of its jar
 * @param signedBy whose signature its jar was accepted for, or null where none was asked for
 * @param role whether the portal can do without it
 * @param diagnosis why it does not work, or null where it does
 * @param candidate the revision that is to replace it or could not, or null where there was none since the last install
 * @param previous the revisions that served before and are kept, the latest first: {@link Plugins#rollback} goes back to it
 * @param contributes its extensions
 * @param load what it has done and cost
 * @param leftovers what its former revisions left in the process since the portal was started: a sentence each, and no
 *     more than a few dozen
 */
public record PluginInfo(
        String id,
        String version,
        String title,
        @Nullable String owner,
        PluginState state,
        Instant since,
        String digest,
        @Nullable JarSigner signedBy,
        Role role,
        @Nullable Diagnosis diagnosis,
        @Nullable Candidate candidate,
        List<Former> previous,
        List<Contribution> contributes,
        PluginLoad load,
        List<String> leftovers) {

    /** Copies the lists. */
    public PluginInfo {
        previous = List.copyOf(previous);
        contributes = List.copyOf(contributes);
        leftovers = List.copyOf(leftovers);
    }

    /** Whether the portal can do without a plugin. */
    public enum Role {
        /** It ships with the portal, which is not ready without it. */
        MANDATORY,
        /** It can be removed. */
        OPTIONAL
    }

    /**
     * A revision that is being tried, or that did not come to serve or to go on serving.
     *
     * @param version its version
     * @param digest of its jar
     * @param state STARTING while it is tried; FAILED or UNRESOLVED afterwards
     * @param diagnosis why it does not serve, or null while it is tried
     */
    public record Candidate(
            String version,
            String digest,
            PluginState state,
            @Nullable Diagnosis diagnosis) {}

    /**
     * A revision that served before.
     *
     * @param version its version
     * @param digest of its jar
     */
    public record Former(String version, String digest) {}

    /**
     * An extension of the plugin.
     *
     * @param point the name of its extension point
     * @param id its id
     * @param title its title
     */
    public record Contribution(String point, String id, String title) {}
}
