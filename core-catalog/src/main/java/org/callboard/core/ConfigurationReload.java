package org.callboard.core;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.callboard.api.config.ConfigurationListener;
import org.callboard.api.config.SecretProvider;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.problem.PortalException;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.config.ConfigException;
import org.callboard.core.config.ConfigWatch;
import org.callboard.core.config.PluginSections;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.config.SecretSource;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.secret.ProvidedSecrets;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.settings.PluginSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets plugins, and those who let people in, have what the files of the configuration say now; all else of them waits for the next start. */
final class ConfigurationReload {

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationReload.class);

    private final Supplier<PortalConfig> reader;
    private final PluginSettings settings;
    private final ActiveRevisions active;
    private final AuditLog audit;
    private final LiveAuth auth;
    private final ConfigurationInForce inForce;

    private ConfigurationReload(
            Supplier<PortalConfig> reader,
            PluginSettings settings,
            ActiveRevisions active,
            AuditLog audit,
            LiveAuth auth,
            ConfigurationInForce inForce) {
        this.reader = reader;
        this.settings = settings;
        this.active = active;
        this.audit = audit;
        this.auth = auth;
        this.inForce = inForce;
    }

    /** What hears of changes until it is closed. */
    record Following(ConfigWatch watch, ProvidedSecrets secrets) implements AutoCloseable {

        @Override
        public void close() {
            secrets.close();
            watch.close();
        }
    }

    /**
     * Follows the files, and the secrets that plugins fetch for them, until what is returned is closed.
     *
     * @param reader reads all of them, or throws a {@link ConfigException}
     */
    static Following follow(
            Function<SecretSource, PortalConfig> reader,
            PluginSettings settings,
            ActiveRevisions active,
            AuditLog audit,
            LiveAuth auth,
            ConfigurationInForce inForce) {
        AtomicReference<ConfigWatch> watching = new AtomicReference<>();
        ProvidedSecrets secrets = new ProvidedSecrets(
                () -> active.of(SecretProvider.class),
                settings.secrets(),
                System::nanoTime,
                () -> Objects.requireNonNull(watching.get()).again());
        ConfigurationReload reload =
                new ConfigurationReload(() -> read(reader, secrets), settings, active, audit, auth, inForce);
        ConfigWatch watch = new ConfigWatch(() -> settings.sections().files(), reload::run);
        watching.set(watch);
        settings.listen(() -> secrets.want(settings.sections().references()));
        active.listen(change -> secrets.wake());
        secrets.start().want(settings.sections().references());
        return new Following(watch.start(), secrets);
    }

    /** Secrets that are new are fetched first: a plugin that runs does not need to hear that they are not there yet. */
    private static PortalConfig read(Function<SecretSource, PortalConfig> reader, ProvidedSecrets secrets) {
        PortalConfig now = reader.apply(secrets);
        return secrets.wantNew(now.plugins().sections().references()) ? reader.apply(secrets) : now;
    }

    private void run() {
        try {
            PortalConfig read = reader.get();
            settings.secrets().know(read.secrets());
            auth.take(read.auth());
            inForce.take(read);
            PluginSections now = read.plugins().sections();
            List<String> different = settings.sections().different(now);
            if (!different.isEmpty()) {
                LOG.warn("The configuration changed in {}: that takes effect when the portal is restarted", different);
            }
            List<RevisionName> changed = settings.changed(now);
            changed.forEach(this::tell);
            AuditLog.through("configuration", () -> changed.forEach(this::record));
        } catch (ConfigException wrong) {
            LOG.error("The changed configuration can't be used, and the former one stays: {}", wrong.getMessage());
        }
    }

    private void record(RevisionName revision) {
        String subject = revision.plugin() + " " + revision.version();
        audit.record(PortalCaller.PORTAL, "plugin.configure", subject, AuditLog.Outcome.DONE, null);
    }

    private void tell(RevisionName revision) {
        for (ExtensionHandle<ConfigurationListener> listener : active.of(ConfigurationListener.class)) {
            boolean isIts = listener.plugin().equals(revision.plugin())
                    && listener.digest().equals(revision.digest());
            if (isIts) {
                tell(listener);
            }
        }
    }

    private static void tell(ExtensionHandle<ConfigurationListener> listener) {
        try {
            boolean unused = listener.call(told -> {
                told.changed();
                return true;
            });
        } catch (PortalException failure) {
            LOG.warn(
                    "Plugin '{}' did not take in the change of its configuration: {}",
                    listener.plugin(),
                    failure.message());
        }
    }
}
