package org.callboard.plugin.webshell;

import java.util.Locale;
import java.util.Optional;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.PluginState;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;

/** Says why there is no page: because the plugin is not there, does not run, or has none at that path. */
record MissingPage(Plugins plugins) {

    PortalException at(String path, String plugin, Caller caller) {
        Optional<PluginInfo> info = find(plugin, caller);
        String nothing = "There is no page at " + path;
        if (info.isEmpty()) {
            return missing(nothing + ".", "Its plugin may not be installed: look at the list of plugins.");
        }
        PluginState state = info.get().state();
        if (state == PluginState.ACTIVE || state == PluginState.DEGRADED) {
            return missing(
                    nothing + ": the plugin '" + plugin + "' has none there for you.", "Look at its other pages.");
        }
        Diagnosis diagnosis = info.get().diagnosis();
        String why = diagnosis == null ? "" : " " + diagnosis.cause();
        return missing(
                nothing + ": the plugin '" + plugin + "' is " + state.name().toLowerCase(Locale.ROOT) + "." + why,
                diagnosis == null ? "An administrator can enable it." : diagnosis.fix());
    }

    /** Who may not see plugins is told no more than that there is no page. */
    private Optional<PluginInfo> find(String plugin, Caller caller) {
        try {
            return plugins.find(caller, plugin);
        } catch (PortalException notAllowed) {
            return Optional.empty();
        }
    }

    private static PortalException missing(String message, String hint) {
        return new PortalException(ProblemKind.NOT_FOUND, message, hint);
    }
}
