package org.callboard.core.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.callboard.core.extension.PluginLimits;
import org.callboard.core.log.LogSettings;
import org.callboard.core.signature.SignatureSettings;
import org.callboard.core.web.AllowedHost;
import org.jspecify.annotations.Nullable;

/**
 * What {@code callboard.yaml} says.
 *
 * @param storage the folder of everything that the portal keeps
 * @param database where the tables are; null where they are in the storage folder
 * @param plugins whose plugins are taken and how they are kept
 * @param audit how long it is known who did what
 * @param rules which kinds registered locations may hold
 * @param reading what may be read from the web
 * @param processingInterval how often a page of the web is read again
 */
public record PortalConfig(
        String host,
        int port,
        @Nullable URI baseUrl,
        Path storage,
        @Nullable DatabaseServer database,
        Plugins plugins,
        Audit audit,
        List<Location> locations,
        KindRules rules,
        CatalogPolicy catalog,
        List<AllowedHost> reading,
        Duration processingInterval,
        boolean development) {

    public PortalConfig {
        locations = List.copyOf(locations);
        reading = List.copyOf(reading);
    }

    /**
     * One of {@code catalog.locations}.
     *
     * @param target the absolute path of a file, a folder or a glob; or a URL
     * @param kinds the kinds it may hold, lower case
     */
    public record Location(String type, String target, Set<String> kinds) {}

    /**
     * How the catalog is kept.
     *
     * @param isReadOnly whether locations may not be registered, moved and removed
     * @param keepsOrphans whether entities that nothing declares any more are kept and marked
     */
    public record CatalogPolicy(boolean isReadOnly, boolean keepsOrphans) {}

    /**
     * Whose plugins are taken and how they are kept.
     *
     * @param inbox the folder whose jars are installed
     * @param lifecycle how plugins are kept
     * @param declared the plugins that the configuration decides about
     * @param startTries how often a plugin is tried when the portal starts
     * @param logs how much of what plugins log is kept
     * @param signatures whose plugins are taken
     * @param limits how much of the portal one plugin may take
     */
    public record Plugins(
            Path inbox,
            Lifecycle lifecycle,
            List<DeclaredPlugin> declared,
            StartTries startTries,
            LogSettings logs,
            SignatureSettings signatures,
            PluginLimits limits) {

        /** Copies the declarations. */
        public Plugins {
            declared = List.copyOf(declared);
        }
    }

    /**
     * How plugins are kept.
     *
     * @param probation how long a new revision goes back by itself when it fails
     * @param revisions how many of a plugin's revisions are kept, the one that serves among them
     */
    public record Lifecycle(Duration probation, int revisions) {}

    /**
     * How long it is known who did what.
     *
     * @param rows how many acts at the most
     */
    public record Audit(Duration kept, long rows) {}

    /** {@code storage.url}, {@code storage.user} and {@code storage.password}; the last two may stand in the URL. */
    public record DatabaseServer(
            String url, @Nullable String user, @Nullable String password) {

        /** {@return nothing that could be a secret} */
        @Override
        public String toString() {
            return "DatabaseServer";
        }
    }

    /** {@return the path below which people reach the portal, without a slash at its end; empty for none} */
    public String basePath() {
        return baseUrl == null ? "" : baseUrl.getRawPath().replaceFirst("/+$", "");
    }

    /** {@return whether only this machine can reach the portal} */
    public boolean isLoopback() {
        return isLoopback(host);
    }

    static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.matches("127(\\.[0-9]{1,3}){1,3}")
                || host.equals("::1")
                || host.equals("[::1]");
    }
}
