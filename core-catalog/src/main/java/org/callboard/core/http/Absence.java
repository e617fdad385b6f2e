package org.callboard.core.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.PluginState;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.extension.RetryLater;
import org.callboard.core.session.PortalCaller;

/**
 * What is answered where no plugin does. A path of a plugin that is installed and does not serve is 503, since it will be
 * there again: with {@code Retry-After} while it starts, without where somebody has to do something first. All else is 404,
 * which says that asking again is of no use; but before the mandatory plugins have come nobody knows that.
 */
final class Absence {

    private static final String API = "/api/";
    private static final long SOON_SECONDS = 1;

    private final Plugins plugins;
    private final Supplier<List<String>> notReady;

    Absence(Plugins plugins, Supplier<List<String>> notReady) {
        this.plugins = plugins;
        this.notReady = notReady;
    }

    PortalException at(String path) {
        if (!path.startsWith(API)) {
            return page();
        }
        Optional<PluginInfo> known = known(path.substring(API.length()).split("/", 2)[0]);
        if (known.filter(Absence::doesNotServe).isPresent()) {
            return absent(known.get());
        }
        return known.isEmpty() && isMandatoryStarting()
                ? soon("The portal is starting.")
                : new PortalException(
                        ProblemKind.NOT_FOUND,
                        "There is nothing at " + path + ".",
                        "GET /api/plugins lists the plugins that answer at present.");
    }

    private PortalException page() {
        return isMandatoryStarting()
                ? soon("The web page is starting.")
                : new PortalException(
                        ProblemKind.UNAVAILABLE,
                        "The web page is not running.",
                        "Open /rescue to see the plugins' states.");
    }

    private static PortalException absent(PluginInfo plugin) {
        String name = "Plugin '" + plugin.id() + "'";
        return plugin.state() == PluginState.STARTING
                ? soon(name + " is starting.")
                : new PortalException(
                        ProblemKind.UNAVAILABLE,
                        name + " does not serve: it is " + plugin.state() + ".",
                        "GET /api/plugins/" + plugin.id() + " says why, to those who may ask.");
    }

    private static PortalException soon(String message) {
        return new PortalException(
                ProblemKind.UNAVAILABLE, message, "Try again in a moment.", new RetryLater(SOON_SECONDS));
    }

    private static boolean doesNotServe(PluginInfo plugin) {
        return plugin.state() != PluginState.ACTIVE && plugin.state() != PluginState.DEGRADED;
    }

    private Optional<PluginInfo> known(String id) {
        return plugins.find(PortalCaller.PORTAL, id);
    }

    private boolean isMandatoryStarting() {
        return !notReady.get().isEmpty()
                && plugins.list(PortalCaller.PORTAL).stream()
                        .anyMatch(plugin ->
                                plugin.role() == PluginInfo.Role.MANDATORY && plugin.state() == PluginState.STARTING);
    }
}
