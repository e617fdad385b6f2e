package org.callboard.core.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callboard.api.config.Configuration;
import org.callboard.api.config.Secret;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.problem.PortalException;
import org.callboard.core.config.PluginSections;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.extension.PluginThreads;
import org.callboard.core.mask.KnownSecrets;
import org.callboard.core.web.AllowedHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The configurations of all revisions that are started, which follow the files. */
public final class PluginSettings {

    private static final Logger LOG = LoggerFactory.getLogger(PluginSettings.class);

    private final Map<ClassLoader, RevisionSettings> open = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final KnownSecrets secrets;
    private volatile PluginSections sections;

    /**
     * Begins with what the files say now.
     *
     * @param secrets is told of all that nobody is to see
     */
    public PluginSettings(PluginSections sections, KnownSecrets secrets) {
        this.sections = sections;
        this.secrets = secrets;
        know(sections);
    }

    /** {@return what nobody is to see} */
    public KnownSecrets secrets() {
        return secrets;
    }

    private void know(PluginSections said) {
        secrets.know(said.secrets().stream().map(Secret::reveal).toList());
    }

    /** {@return what the files say} */
    public PluginSections sections() {
        return sections;
    }

    /** {@return which servers a plugin may ask at this moment} */
    public List<AllowedHost> hostsOf(String plugin) {
        return sections.hostsOf(plugin);
    }

    /**
     * Compares what is set for a plugin with its schema, without its own checks.
     *
     * @throws UnfitSettingsException where it can't be used
     */
    public void check(String plugin, SettingsSchema schema) throws UnfitSettingsException {
        Bound bound = Bound.of(schema, sections.of(plugin));
        if (!bound.isGood()) {
            throw new SettingsDiagnosis(plugin, sections.of(plugin)).of(bound);
        }
    }

    /**
     * Makes the configuration of a revision that is about to be started.
     *
     * @throws UnfitSettingsException where what is set can't be used
     */
    public RevisionSettings open(RevisionName revision, SettingsSchema schema, ClassLoader loader, ForeignCall entry)
            throws UnfitSettingsException {
        RevisionSettings settings = new RevisionSettings(revision, schema, new RecordMaker(loader), entry, secrets);
        // first, so that no change passes it by
        open.put(loader, settings);
        try {
            boolean unused = settings.take(sections.of(revision.plugin()));
            return settings;
        } catch (UnfitSettingsException | PortalException unfit) {
            open.remove(loader);
            throw unfit;
        }
    }

    /** Ends what was made for a revision. */
    public void close(ClassLoader loader) {
        open.remove(loader);
    }

    /** {@return the configuration of a revision, if it has one} */
    public Optional<RevisionSettings> find(RevisionName revision) {
        return open.values().stream()
                .filter(settings -> settings.revision().equals(revision))
                .findFirst();
    }

    /** Tells of every later change of the files. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** {@return the configuration of the revision whose classes are loaded so, if it has one} */
    public Optional<Configuration> of(ClassLoader loader) {
        return Optional.ofNullable(open.get(loader));
    }

    /**
     * Takes what the files say now.
     *
     * @return the revisions whose configuration became another
     */
    public List<RevisionName> changed(PluginSections now) {
        know(now);
        sections = now;
        List<RevisionName> changed = new ArrayList<>();
        for (RevisionSettings settings : open.values()) {
            if (takes(settings, now)) {
                changed.add(settings.revision());
            }
        }
        listeners.forEach(Runnable::run);
        return changed;
    }

    private static boolean takes(RevisionSettings settings, PluginSections now) {
        String plugin = settings.revision().plugin();
        Diagnosis before = settings.problem();
        try {
            boolean isOther = settings.take(now.of(plugin));
            if (isOther || before != null) {
                LOG.atInfo()
                        .addKeyValue(PluginThreads.LOG_KEY, plugin)
                        .log("The configuration in the files is in force");
            }
            return isOther;
        } catch (UnfitSettingsException unfit) {
            if (!Objects.equals(before, unfit.diagnosis())) {
                LOG.atError()
                        .addKeyValue(PluginThreads.LOG_KEY, plugin)
                        .log("{} The former one stays in force.", unfit.getMessage());
            }
        } catch (PortalException failure) {
            LOG.atError()
                    .addKeyValue(PluginThreads.LOG_KEY, plugin)
                    .log("Its configuration could not be made: {} The former one stays in force.", failure.message());
        }
        return false;
    }
}
