package org.callboard.core.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.callboard.core.edge.AddressBlocks;
import org.callboard.core.edge.CertificateFiles;
import org.callboard.core.edge.ProxyHeaders;
import org.callboard.core.edge.Rates;
import org.callboard.core.extension.PluginLimits;
import org.callboard.core.hook.Hook;
import org.callboard.core.log.LogSettings;
import org.callboard.core.session.Sessions;
import org.callboard.core.signature.SignatureSettings;
import org.callboard.core.signin.People;
import org.callboard.core.storage.TableLimits;
import org.callboard.core.web.AllowedHost;
import org.jspecify.annotations.Nullable;

/**
 * What {@code callboard.yaml} says.
 *
 * @param edge what stands before the portal, and how often it may be asked
 * @param storage the folder of everything that the portal keeps
 * @param database where the tables are; null where they are in the storage folder
 * @param plugins whose plugins are taken and how they are kept
 * @param audit how long it is known who did what
 * @param policy the file that says who may do what; null for what ships with the portal
 * @param auth who is let in
 * @param rules which kinds registered locations may hold
 * @param reading what may be read from the web
 * @param processingInterval how often a page of the web is read again
 * @param set the settings of the portal's own that somebody has set, by key
 */
public record PortalConfig(
        String host,
        int port,
        @Nullable URI baseUrl,
        Edge edge,
        Path storage,
        @Nullable DatabaseServer database,
        Plugins plugins,
        Audit audit,
        @Nullable Path policy,
        Auth auth,
        List<Location> locations,
        KindRules rules,
        CatalogPolicy catalog,
        List<AllowedHost> reading,
        Duration processingInterval,
        boolean development,
        Map<String, PortalSetting> set) {

    public PortalConfig {
        locations = List.copyOf(locations);
        reading = List.copyOf(reading);
        set = Map.copyOf(set);
    }

    /**
     * What stands before the portal, and how often it may be asked.
     *
     * @param proxies whose word counts on where a request comes from
     * @param certificate by which the portal itself speaks TLS; null where it does not
     * @param signIn by which a proxy says who sends a request; null where none does
     */
    public record Edge(
            AddressBlocks proxies,
            Rates rates,
            @Nullable CertificateFiles certificate,
            @Nullable ProxyHeaders signIn) {}

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
     * @param tables how much of the database plugins may take
     * @param sections what is set for single plugins
     */
    public record Plugins(
            Path inbox,
            Lifecycle lifecycle,
            List<DeclaredPlugin> declared,
            StartTries startTries,
            LogSettings logs,
            SignatureSettings signatures,
            PluginLimits limits,
            TableLimits tables,
            PluginSections sections) {

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
     * @param previews how many revisions authors may try beside those that serve
     */
    public record Lifecycle(Duration probation, int revisions, PreviewLimits previews) {}

    /**
     * How many previews there may be.
     *
     * @param most at once, of all authors together; 0 for none
     * @param lifetime how long one is open
     */
    public record PreviewLimits(int most, Duration lifetime) {}

    /**
     * How long it is known who did what.
     *
     * @param rows how many acts at the most
     */
    public record Audit(Duration kept, long rows) {}

    /**
     * Who is let in, as far as it may change while the portal runs.
     *
     * @param people who people are that others vouch for
     * @param sessions for how long they need not sign in again
     * @param longestToken for how long a machine's token may be good
     * @param workloads whose jobs are let in without a secret
     * @param hooks by which code hosts tell of pushes
     */
    public record Auth(
            People people,
            Sessions.Lifetimes sessions,
            Duration longestToken,
            List<Workload> workloads,
            List<Hook> hooks) {

        /** The keys that all of it comes from. */
        static final Set<String> KEYS = Set.of(
                "auth.people",
                "auth.groups",
                "auth.guest",
                "auth.sessions",
                "auth.tokens",
                "auth.workloads",
                HooksSection.KEY);

        /** Copies the entries. */
        public Auth {
            workloads = List.copyOf(workloads);
            hooks = List.copyOf(hooks);
        }

        /** {@return the keys that say something else there} */
        public List<String> different(Auth other) {
            Map<String, Boolean> same = new TreeMap<>();
            same.put("auth.people", people.rules().equals(other.people.rules()));
            same.put("auth.groups", people.groups().equals(other.people.groups()));
            same.put("auth.guest", Objects.equals(people.guest(), other.people.guest()));
            same.put("auth.sessions", sessions.equals(other.sessions));
            same.put("auth.tokens", longestToken.equals(other.longestToken));
            same.put("auth.workloads", workloads.equals(other.workloads));
            same.put(HooksSection.KEY, hooks.equals(other.hooks));
            same.values().removeIf(Boolean::booleanValue);
            return List.copyOf(same.keySet());
        }
    }

    /** {@return the settings of the portal's own, by key} */
    public SortedMap<String, PortalSetting> settings() {
        SortedMap<String, PortalSetting> all = new TreeMap<>(set);
        SettingDefaults.without(this, set).forEach(setting -> all.put(setting.key(), setting));
        return all;
    }

    /** {@return whether a changed setting counts at once} The others wait for the next start. */
    public static boolean isLive(String key) {
        return key.startsWith("plugins.hosts.")
                || Auth.KEYS.stream().anyMatch(live -> key.equals(live) || SettingOrigins.isWithin(key, live));
    }

    /** {@return what nobody is to see of the portal's own settings} */
    public List<String> secrets() {
        return Stream.concat(
                        database == null ? Stream.empty() : database.secrets().stream(),
                        auth.hooks().stream().map(Hook::secret))
                .toList();
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
