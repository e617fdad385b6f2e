package org.callboard.core.asks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.Plan.Need;
import org.callboard.api.plugins.PluginState;
import org.callboard.core.archive.Clause;
import org.callboard.core.archive.PluginArchive;
import org.callboard.core.archive.PluginJarFile;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.settings.PluginSettings;
import org.callboard.core.settings.RevisionSettings;
import org.callboard.core.settings.SchemaReader;
import org.callboard.core.settings.SettingsSchema;
import org.callboard.core.settings.UnfitSchemaException;
import org.callboard.core.settings.UnfitSettingsException;
import org.callboard.core.web.AllowedHost;
import org.jspecify.annotations.Nullable;

/** What jars ask the operator for, settings and hosts, compared with what the configuration has of it. */
public final class SettingsOfJars {

    private static final String PACKAGE = "org.callboard.api.config";

    private final PluginSettings settings;

    public SettingsOfJars(PluginSettings settings) {
        this.settings = settings;
    }

    public void listen(Runnable listener) {
        settings.listen(listener);
    }

    /** {@return why a revision goes on with a former configuration, or null where it does not} */
    public @Nullable Diagnosis problem(RevisionName revision) {
        return settings.find(revision).map(RevisionSettings::problem).orElse(null);
    }

    /**
     * Looks whether a jar's plugin could be started with what is set for it.
     *
     * @throws RefusedException where it could not: UNRESOLVED, as a change of the configuration may help
     */
    public void check(PluginArchive archive) {
        SettingsSchema schema = schema(archive).orElse(null);
        try {
            if (schema != null) {
                settings.check(archive.id(), schema);
            }
        } catch (UnfitSettingsException unfit) {
            throw lacking(unfit);
        }
    }

    /** Gives a revision that is about to be started its configuration, where it has one. */
    public void open(PluginArchive archive, RevisionName name, ClassLoader loader, ForeignCall entry) {
        SettingsSchema schema = schema(archive).orElse(null);
        try {
            if (schema != null) {
                RevisionSettings unused = settings.open(name, schema, loader, entry);
            }
        } catch (UnfitSettingsException unfit) {
            throw lacking(unfit);
        }
    }

    public void close(ClassLoader loader) {
        settings.close(loader);
    }

    private static RefusedException lacking(UnfitSettingsException unfit) {
        return new RefusedException(unfit.diagnosis(), PluginState.UNRESOLVED, unfit);
    }

    /** {@return what a jar's plugin asks the operator for} */
    public List<Need> needs(PluginArchive archive) {
        List<Need> needs = new ArrayList<>();
        schema(archive)
                .ifPresent(schema -> schema.settings()
                        .forEach(setting -> needs.add(new Need("config", setting.name(), setting.description()))));
        List<AllowedHost> allowed = settings.hostsOf(archive.id());
        for (Clause clause : archive.headers().clauses("Callboard-Hosts")) {
            for (String host : clause.paths()) {
                needs.add(new Need("host", host, note(archive.id(), host, allowed)));
            }
        }
        return needs;
    }

    private static @Nullable String note(String plugin, String host, List<AllowedHost> allowed) {
        return allowed.stream().anyMatch(entry -> entry.covers(host))
                ? null
                : "not allowed yet; to allow it, write in callboard.yaml: " + AllowedHost.toWrite(plugin, host);
    }

    private static Optional<SettingsSchema> schema(PluginArchive archive) {
        boolean canHave = archive.headers().clauses("Import-Package").stream()
                .anyMatch(clause -> clause.paths().contains(PACKAGE));
        if (!canHave) {
            return Optional.empty();
        }
        try (PluginJarFile jar = PluginJarFile.ofChecked(archive.file())) {
            return SchemaReader.read(new ClassesOfJar(jar));
        } catch (IOException damaged) {
            throw refused(
                    archive,
                    "A class that describes its configuration can't be read: it is damaged.",
                    "Build the jar anew, from clean folders.");
        } catch (UnfitSchemaException unfit) {
            throw refused(
                    archive,
                    String.valueOf(unfit.getMessage()),
                    "Mend the record with @PluginConfiguration, and build the jar anew.");
        }
    }

    private static RefusedException refused(PluginArchive archive, String cause, String fix) {
        return new RefusedException(
                new Diagnosis("Plugin '" + archive.id() + "' " + archive.version() + " was refused.", cause, fix));
    }
}
