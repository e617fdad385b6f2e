package org.callboard.api.plugins;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The installed plugins, a service of the portal. Thread-safe; changes of one plugin are made one after another. */
@ProviderType
public interface Plugins {

    /** {@return all plugins, by id} */
    List<PluginInfo> list(Caller caller);

    /** {@return the plugin, if it is installed} */
    Optional<PluginInfo> find(Caller caller, String id);

    /** {@return where the files below {@code ui/} of the plugin's active revision are served, ending in a slash} */
    Optional<URI> uiBase(String id);

    /**
     * Says what installing a jar would do. Nothing is changed and none of its code runs.
     *
     * @param jar the jar's bytes, read to the end
     */
    Plan plan(Caller caller, InputStream jar, Terms terms);

    /**
     * Installs a jar, or replaces the plugin's active revision by it, and returns when it serves. It is on probation then:
     * where it fails in that time, the former revision is started and serves again.
     *
     * @param jar the jar's bytes, read to the end
     * @return whether it is new, and what it is now
     * @throws PortalException REFUSED with the diagnosis where it can't be used, CONFLICT where the plan that was agreed to
     *     is no longer what would happen; what ran before goes on unchanged
     */
    Installed install(Caller caller, InputStream jar, Terms terms);

    /**
     * Goes back to the revision that served before, whether or not the present one runs, and returns when it serves.
     *
     * @throws PortalException NOT_FOUND where there is no such plugin; CONFLICT where no former revision is kept; REFUSED
     *     with the diagnosis where that one can't be started: what ran goes on unchanged
     */
    PluginInfo rollback(Caller caller, String id);

    /**
     * Switches a plugin off until it is enabled. Running requests are let finish.
     *
     * @throws PortalException NOT_FOUND where there is none; CONFLICT where it is mandatory
     */
    PluginInfo disable(Caller caller, String id);

    /**
     * Starts a plugin that is disabled, in quarantine or could not be started, and returns when it serves.
     *
     * @throws PortalException NOT_FOUND where there is none; REFUSED with the diagnosis where it can't be started
     */
    PluginInfo enable(Caller caller, String id);

    /**
     * Removes a plugin with its former revisions. Running requests are let finish. Its own tables stay, for when it comes
     * back.
     *
     * @throws PortalException NOT_FOUND where there is none; CONFLICT where it is mandatory
     */
    void remove(Caller caller, String id);

    /**
     * Gives the name of a plugin that is not installed free: it belongs to whoever installs a plugin of that name next.
     *
     * @throws PortalException NOT_FOUND where the name belongs to nobody; CONFLICT where the plugin is installed
     */
    void release(Caller caller, String id);

    /**
     * Drops the tables that a plugin has left, with all that is in them.
     *
     * @throws PortalException NOT_FOUND where there are none; CONFLICT where the plugin is installed
     */
    void dropTables(Caller caller, String id);

    /**
     * What the one who installs a jar has agreed to.
     *
     * @param plan the token of the plan that they saw, or null where they saw none
     * @param downgrade whether an earlier version may take the place of a later one
     */
    record Terms(@Nullable String plan, Downgrade downgrade) {

        /** Whatever the plan, but no earlier version. */
        public static final Terms USUAL = new Terms(null, Downgrade.REFUSED);

        /** Whether an earlier version may take the place of a later one. */
        public enum Downgrade {
            /** It may not: it may bring back flaws that the later one has mended. */
            REFUSED,
            /** It may. */
            ALLOWED
        }
    }

    /**
     * What an install did.
     *
     * @param outcome whether the plugin is new
     * @param plugin the plugin now
     */
    record Installed(Outcome outcome, PluginInfo plugin) {

        /** Whether a plugin is new. */
        public enum Outcome {
            /** There was none of that id. */
            NEW,
            /** Another revision served before. */
            REPLACED,
            /** The very same jar serves already. */
            UNCHANGED
        }
    }
}
