package org.callboard.core.lifecycle;

import jakarta.servlet.ServletConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callboard.api.plugins.Plugins;
import org.callboard.core.asks.OwnTables;
import org.callboard.core.asks.SettingsOfJars;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.db.Database;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.pluginstore.DeclaredRows;
import org.callboard.core.pluginstore.JarFolder;
import org.callboard.core.pluginstore.NameClaims;
import org.callboard.core.pluginstore.PluginJars;
import org.callboard.core.pluginstore.PluginStore;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.CheckedJars;
import org.callboard.core.revision.PreviewDoor;
import org.callboard.core.revision.Previews;
import org.callboard.core.revision.Retirement;
import org.callboard.core.revision.Revision;
import org.callboard.core.revision.RevisionStarter;
import org.callboard.core.revision.RouteClaims;
import org.callboard.core.settings.PluginSettings;
import org.callboard.core.storage.PluginMigrations;
import org.callboard.core.supervision.Deploy;
import org.callboard.core.supervision.HealthWatch;
import org.callboard.core.supervision.HeapSuspect;
import org.callboard.core.supervision.HeapWatch;
import org.callboard.core.supervision.LoadWatch;
import org.callboard.core.supervision.PluginDesk;
import org.callboard.core.supervision.PluginSlots;
import org.callboard.core.supervision.StateWatch;
import org.callboard.core.supervision.Supervision;
import org.callboard.core.thread.Workers;
import org.osgi.framework.BundleContext;

/** All that the plugins' life is made of, put together, started and stopped. */
public final class PluginLifecycle implements AutoCloseable {

    private static final Duration STILL_NEW = Duration.ofHours(1);

    private final HeapSuspect suspect;
    private final Ground ground;
    private final ScheduledExecutorService supervisor = Workers.of("plugin-supervision", 1);
    private final ScheduledExecutorService checkers = Workers.of("plugin-health", 2);
    private final ScheduledExecutorService teller = Workers.of("plugin-states", 1);
    private final HealthWatch health;
    private final PluginEntries entries;
    private final PluginStart start;
    private final Plugins plugins;
    private final StateWatch states;
    private final PluginPreviews previews;

    private PluginLifecycle(Ground ground, InstallRules rules, PortalConfig config, Base base) {
        this.entries = base.entries();
        this.suspect = base.suspect();
        this.ground = ground;
        PluginInstaller installer = new PluginInstaller(ground, rules);
        Steering steering = new Steering(installer, ground, new NameClaims(base.database()));
        rules.heed(ground.tables()::check);
        this.previews = new PluginPreviews(ground, installer, rules);
        this.start = new PluginStart(ground, installer, rules, steering, new DeclaredRows(base.database()));
        PluginOverview overview = new PluginOverview(ground, entries);
        this.states = new StateWatch(overview::find, teller);
        this.plugins = new AuthorizedPlugins(
                new AuthorizedPlugins.Doors(
                        installer, new Planner(ground, installer, rules), steering, overview, ground.access()),
                ground,
                start,
                entries::forget,
                config.basePath());
        Supervision supervision =
                supervision(steering, config.plugins().lifecycle().probation());
        installer.listen(supervision::began);
        entries.listen(supervision);
        this.health = new HealthWatch(ground.active(), supervision, checkers);
    }

    private Supervision supervision(Steering steering, Duration probation) {
        return new Supervision(
                ground.slots(), ground.active()::serves, steering, probation, Clock.systemUTC(), supervisor);
    }

    /** What the lifecycle is built on. */
    public record Base(
            BundleContext context,
            Database database,
            AuditLog audit,
            Supplier<ServletConfig> servlet,
            PluginEntries entries,
            PluginSettings settings,
            PluginMigrations migrations,
            HeapSuspect suspect) {}

    /** Tells of every plugin that comes to be in another state, from now on. */
    public void listen(StateWatch.Listener listener) {
        states.listen(listener);
    }

    /** Tells of every step of every revision that is on its way, from now on; must be quick. */
    public void follow(Consumer<Deploy> follower) {
        ground.slots().follow(follower);
    }

    /** Builds the lifecycle; nothing is started yet. */
    public static PluginLifecycle on(Base base, ActiveRevisions active, PortalConfig config) {
        JarFolder folder = new JarFolder(config.storage().resolve("plugin-jars"));
        RevisionStarter.Checks checks = checks(base, config);
        RevisionStarter starter = new RevisionStarter(base.context(), active, base.servlet(), base.entries(), checks);
        PluginStore store = new PluginStore(
                base.database(), folder, config.plugins().lifecycle().revisions());
        return new PluginLifecycle(
                new Ground(
                        store,
                        folder,
                        starter,
                        active,
                        new Retirement(starter),
                        new PluginSlots(),
                        base.audit(),
                        checks.tables(),
                        new Previews(config.plugins().lifecycle().previews(), Clock.systemUTC()),
                        new PluginAccess(store, new NameClaims(base.database()))),
                InstallRules.of(base.database(), config),
                config,
                base);
    }

    private static RevisionStarter.Checks checks(Base base, PortalConfig config) {
        return new RevisionStarter.Checks(
                CheckedJars.in(config.storage().resolve("checked-jars")),
                new SettingsOfJars(base.settings()),
                new OwnTables(base.migrations()));
    }

    /** Starts the plugins; see {@link PluginStart#run}. */
    public CompletableFuture<Void> start(StartOrder order) {
        suspect.keepOff(ground.store());
        ground.slots().listen(states::look);
        CompletableFuture<Void> tried = start.run(order);
        health.start();
        new HeapWatch(entries, suspect).start(checkers);
        new LoadWatch(entries).start(checkers);
        return tried;
    }

    /** Deletes the files of jars that no revision that is kept or serves was made from; new ones may be about to be. */
    public void tidyUp() {
        Set<String> digests = new HashSet<>(ground.store().digests());
        ground.active().all().forEach(revision -> digests.add(revision.name().digest()));
        ground.previews()
                .all()
                .forEach(preview -> digests.add(preview.revision().name().digest()));
        ground.folder().deleteAllBut(digests, Instant.now().minus(STILL_NEW));
    }

    /** {@return the plugins as the rest of the portal sees them} */
    public Plugins plugins() {
        return plugins;
    }

    /** {@return the jars of the installed plugins} */
    public PluginJars jars() {
        return new PluginJars(ground.store());
    }

    /** {@return what those are told who steer plugins} */
    public PluginDesk desk() {
        return new PluginWays(ground, start);
    }

    /** {@return where authors open previews} */
    public PreviewDoor previews() {
        return previews;
    }

    /** {@return a sentence for each mandatory plugin that does not serve} */
    public List<String> missing() {
        return RouteClaims.missing(ground.active());
    }

    /** Stops every plugin: requests in flight have a moment to end. */
    @Override
    public void close() {
        start.close();
        checkers.shutdownNow();
        teller.shutdownNow();
        supervisor.shutdownNow();
        previews.close();
        List<Revision> serving = List.copyOf(ground.active().all());
        // all at once: what uses another that ends need not be started anew
        serving.forEach(revision -> ground.active().deactivate(revision.name().plugin()));
        serving.forEach(ground.retirement()::retire);
        ground.retirement().close();
    }
}
