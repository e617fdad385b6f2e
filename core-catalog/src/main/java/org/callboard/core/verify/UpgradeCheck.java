package org.callboard.core.verify;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.callboard.api.plugins.Diagnosis;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/** Says of the plugins of another portal whether they would run on this version. */
final class UpgradeCheck {

    private final PluginCheck check;
    private final Map<String, Path> shipped;

    private UpgradeCheck(PluginCheck check, Map<String, Path> shipped) {
        this.check = check;
        this.shipped = shipped;
    }

    /** Compares with a portal that ships with the plugins in this folder. */
    static UpgradeCheck against(PluginCheck check, Path shipped) throws IOException {
        Map<String, Path> byId = new TreeMap<>();
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(shipped, "*.jar")) {
            for (Path jar : jars) {
                byId.put(check.check(jar).id(), jar);
            }
        }
        return new UpgradeCheck(check, byId);
    }

    /** What becomes of a plugin. */
    enum Outcome {
        /** It goes on. */
        FITS,
        /** The one that comes with the portal takes its place. */
        SHIPPED,
        /** It would not be started. */
        REFUSED
    }

    /**
     * What was found out about a plugin.
     *
     * @param why it would be refused, or null
     */
    record Verdict(
            InstalledPlugin plugin,
            Outcome outcome,
            @Nullable Diagnosis why) {}

    /** {@return what becomes of each plugin} They are looked at together: one may use what another offers. */
    List<Verdict> check(List<InstalledPlugin> plugins) throws IOException {
        List<Path> jars = new ArrayList<>(shipped.values());
        plugins.stream()
                .filter(plugin -> plugin.isOn() && !shipped.containsKey(plugin.id()))
                .forEach(plugin -> jars.add(plugin.jar()));
        check.meet(jars);
        List<Verdict> verdicts = new ArrayList<>();
        for (InstalledPlugin plugin : plugins) {
            verdicts.add(check(plugin));
        }
        return verdicts;
    }

    private Verdict check(InstalledPlugin plugin) throws IOException {
        PluginCheck.Result result = check.check(plugin.jar());
        Path replacement = shipped.get(plugin.id());
        if (replacement != null && (!result.isFine() || !isLater(result, check.check(replacement)))) {
            return new Verdict(plugin, Outcome.SHIPPED, null);
        }
        return new Verdict(plugin, result.isFine() ? Outcome.FITS : Outcome.REFUSED, result.refusal());
    }

    private static boolean isLater(PluginCheck.Result plugin, PluginCheck.Result other) {
        return Version.parseVersion(plugin.version()).compareTo(Version.parseVersion(other.version())) > 0;
    }
}
