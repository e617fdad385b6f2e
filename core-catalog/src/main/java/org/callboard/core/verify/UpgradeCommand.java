package org.callboard.core.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.problem.PortalException;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.verify.UpgradeCheck.Outcome;
import org.callboard.core.verify.UpgradeCheck.Verdict;
import org.osgi.framework.BundleContext;

/**
 * Entry of the command {@code callboard plugin verify} for all plugins of a portal, before it is upgraded to this version; the
 * launcher finds it by its name.
 */
public final class UpgradeCommand {

    private static final int OK = 0;
    private static final int UNREADABLE = 6;
    private static final int REFUSED = 7;

    private UpgradeCommand() {}

    /**
     * {@return the exit code: 0 where all plugins go on, 6 where the backup can't be read, 7 where one would be refused}
     *
     * @param arguments the folder of the plugins that ship with this version; a folder with the portal's list of its plugins
     *     and their jars, or an empty one for the jars of a backup; the backup
     * @param offers a framework with what the portal offers to plugins
     * @param out takes what is found, as JSON
     * @param errors takes why a backup can't be read
     */
    public static int run(String[] arguments, BundleContext offers, PrintStream out, PrintStream errors) {
        Path folder = Path.of(arguments[1]);
        try {
            List<InstalledPlugin> plugins = arguments.length > 2
                    ? InstalledPlugin.backedUp(Path.of(arguments[2]), folder)
                    : InstalledPlugin.fetched(folder);
            List<Verdict> verdicts = UpgradeCheck.against(new PluginCheck(offers), Path.of(arguments[0]))
                    .check(plugins);
            Json.Arr all = new Json.Arr(
                    verdicts.stream().<Json>map(UpgradeCommand::json).toList());
            out.println(new String(new JsonCodec().encode(all), StandardCharsets.UTF_8));
            out.flush();
            return verdicts.stream().anyMatch(verdict -> verdict.outcome() == Outcome.REFUSED) ? REFUSED : OK;
        } catch (PortalException refused) {
            errors.println(refused.message() + (refused.hint() == null ? "" : " " + refused.hint()));
            return UNREADABLE;
        } catch (IOException failure) {
            errors.println("The plugins can't be read: " + failure.getMessage() + ".");
            return UNREADABLE;
        }
    }

    private static Json json(Verdict verdict) {
        return Json.object()
                .put("id", verdict.plugin().id())
                .put("version", verdict.plugin().version())
                .put("owner", verdict.plugin().owner())
                .put("state", verdict.plugin().state())
                .put("verdict", verdict.outcome().name().toLowerCase(Locale.ROOT))
                .put("diagnosis", verdict.why() == null ? Json.Null.NULL : json(verdict.why()))
                .build();
    }

    private static Json json(Diagnosis diagnosis) {
        return Json.object()
                .put("summary", diagnosis.summary())
                .put("cause", diagnosis.cause())
                .put("fix", diagnosis.fix())
                .build();
    }
}
