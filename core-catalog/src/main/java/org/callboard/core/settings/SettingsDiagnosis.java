package org.callboard.core.settings;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.core.archive.Wording;
import org.callboard.core.config.PluginSection;
import org.callboard.core.settings.Bound.Fault;

/** Says what is wrong with a plugin's section. */
final class SettingsDiagnosis {

    private static final int MOST_FAULTS = 3;
    private static final int LONGEST_MESSAGE = 300;

    private final String plugin;
    private final PluginSection section;

    SettingsDiagnosis(String plugin, PluginSection section) {
        this.plugin = plugin;
        this.section = section;
    }

    UnfitSettingsException of(Bound bound) {
        List<Fault> faults = bound.faults();
        Stream<String> told = faults.stream().limit(MOST_FAULTS).map(fault -> clause(fault.path(), fault.rule()));
        String more = faults.size() > MOST_FAULTS ? "; and " + (faults.size() - MOST_FAULTS) + " more" : "";
        boolean isMissing = faults.size() == bound.missing().size();
        return unfit(
                told.collect(Collectors.joining("; ")) + more + ".",
                isMissing
                        ? Words.toWrite(plugin, bound.missing())
                        : faults.get(0).fix());
    }

    /** What the plugin's own check says. */
    UnfitSettingsException of(List<String> path, String message) {
        return unfit(
                clause(
                                path,
                                "is refused: "
                                        + Wording.line(message.strip(), LONGEST_MESSAGE)
                                                .replaceFirst("[.]+$", "")) + ".",
                "Correct it in the configuration.");
    }

    /** What goes on with a value that is out of date. */
    Diagnosis stale() {
        String cause = section.stale()
                .map(stale -> clause(stale.getKey(), Wording.line(stale.getValue(), LONGEST_MESSAGE)) + ".")
                .orElse("");
        return new Diagnosis(
                "Plugin '" + plugin + "' goes on with a secret that is out of date.",
                cause,
                "See to where it is kept; it is fetched again by itself.");
    }

    private UnfitSettingsException unfit(String cause, String fix) {
        return new UnfitSettingsException(
                new Diagnosis("The configuration of plugin '" + plugin + "' can't be used.", cause, fix));
    }

    private String clause(List<String> path, String rule) {
        String place = section.place(path).map(where -> where + ": ").orElse("");
        String key = "plugins.config." + plugin + (path.isEmpty() ? "" : "." + String.join(".", path));
        return place + "'" + key + "' " + rule;
    }
}
