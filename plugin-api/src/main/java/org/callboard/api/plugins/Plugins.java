package org.callboard.api.plugins;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
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
     * Installs a jar, or replaces the plugin's active revision by it, and returns when it serves.
     *
     * @param jar the jar's bytes, read to the end
     * @return whether it is new, and what it is now
     * @throws PortalException REFUSED with the diagnosis where it can't be used; what ran before goes on unchanged
     */
    Installed install(Caller caller, InputStream jar);

    /**
     * Removes a plugin. Running requests are let finish.
     *
     * @throws PortalException NOT_FOUND where there is none; CONFLICT where it is mandatory
     */
    void remove(Caller caller, String id);

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
