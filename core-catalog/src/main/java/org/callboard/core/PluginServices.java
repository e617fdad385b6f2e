package org.callboard.core;

import org.callboard.api.config.Configuration;
import org.callboard.api.net.WebClient;
import org.callboard.api.security.Audit;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.settings.PluginSettings;
import org.callboard.core.web.PluginWebClient;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.wiring.BundleWiring;

/** Gives each plugin its own of those services that are not the same for all. */
final class PluginServices {

    private PluginServices() {}

    /** Offers the configuration of whoever asks for it. */
    record Configurations(PluginSettings settings) implements ServiceFactory<Configuration> {

        void offerIn(BundleContext context) {
            context.registerService(Configuration.class, this, null);
        }

        @Override
        public Configuration getService(Bundle bundle, ServiceRegistration<Configuration> registration) {
            return settings.of(bundle.adapt(BundleWiring.class).getClassLoader())
                    .orElseGet(() -> new Unconfigured(bundle.getSymbolicName()));
        }

        @Override
        public void ungetService(
                Bundle bundle, ServiceRegistration<Configuration> registration, Configuration service) {
            // it ends with the revision
        }
    }

    /** Of a plugin whose jar has no record with the annotation. */
    private record Unconfigured(String plugin) implements Configuration {

        @Override
        public <T extends Record> T current(Class<T> type) {
            throw new IllegalArgumentException(
                    "Plugin '" + plugin + "' has no configuration: no record of it has @PluginConfiguration.");
        }
    }

    /** Offers a way to record what is done through whoever asks for it. */
    record Audits(AuditLog log) implements ServiceFactory<Audit> {

        void offerIn(BundleContext context) {
            context.registerService(Audit.class, this, null);
        }

        @Override
        public Audit getService(Bundle bundle, ServiceRegistration<Audit> registration) {
            String prefix = bundle.getSymbolicName() + ".";
            return (caller, act, subject) -> {
                if (!act.startsWith(prefix)) {
                    throw new IllegalArgumentException("The act '" + act + "' does not begin with '" + prefix + "'.");
                }
                log.record(caller, act, subject, AuditLog.Outcome.DONE, null);
            };
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<Audit> registration, Audit service) {
            // it holds nothing
        }
    }

    /** Offers a way to the servers that whoever asks for it may reach. */
    record WebClients(PluginSettings settings) implements ServiceFactory<WebClient> {

        void offerIn(BundleContext context) {
            context.registerService(WebClient.class, this, null);
        }

        @Override
        public WebClient getService(Bundle bundle, ServiceRegistration<WebClient> registration) {
            String plugin = bundle.getSymbolicName();
            return PluginWebClient.open(plugin, () -> settings.hostsOf(plugin));
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<WebClient> registration, WebClient service) {
            if (service instanceof PluginWebClient client) {
                client.close();
            }
        }
    }
}
