package org.callboard.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.backup.PortalBackup;
import org.callboard.core.backup.StorageFolder;
import org.callboard.core.config.DatabaseServer;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.db.Database;
import org.callboard.core.extension.LoaderOwner;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.hook.Hooks;
import org.callboard.core.http.Answering;
import org.callboard.core.http.BuildReports.Stage;
import org.callboard.core.http.PortalServer;
import org.callboard.core.lifecycle.PluginLifecycle;
import org.callboard.core.log.LogCapture;
import org.callboard.core.log.PluginLogs;
import org.callboard.core.log.PluginOutput;
import org.callboard.core.mask.KnownSecrets;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.settings.PluginSettings;
import org.callboard.core.storage.PluginMigrations;
import org.callboard.core.storage.TableAccess;
import org.callboard.core.supervision.HeapSuspect;
import org.callboard.core.task.OperatorTasks;
import org.callboard.core.task.ProviderJobs;
import org.callboard.core.task.Serving;
import org.callboard.core.task.TaskLoop;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of the portal put together: what is opened first is closed last. */
final class RunningPortal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningPortal.class);

    /** How long the catalog waits for plugins that take their time to start. */
    private static final Duration MOST_PATIENCE = Duration.ofSeconds(5);

    private final BundleContext context;
    private final PortalConfig config;
    private final Clock clock = Clock.systemUTC();
    private final ActiveRevisions active = new ActiveRevisions();
    private final PluginEntries entries;
    private final KnownSecrets secrets = new KnownSecrets();
    private final ConfigurationInForce inForce;
    private final PluginSettings settings;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable PortalServer server;
    private volatile List<String> notReady = List.of("The portal is starting.");

    RunningPortal(BundleContext context, PortalConfig config) {
        this.context = context;
        this.config = config;
        this.inForce = new ConfigurationInForce(config);
        secrets.know(config.secrets());
        this.settings = new PluginSettings(config.plugins().sections(), secrets);
        this.entries = new PluginEntries(config.plugins().limits(), PortalServer.WAITING_FOR_PLUGINS);
    }

    /** Opens everything and returns when the mandatory plugins serve; the catalog goes on filling in the background. */
    void open() throws IOException {
        StorageFolder.refuseHalfRestored(config.storage());
        Files.createDirectories(config.storage());
        PluginLogs logs = logs();
        Database database = opening(database());
        AuditLog audit = opening(new AuditLog(database, clock, secrets::masked));
        CatalogEngine catalog = opening(new CatalogEngine(database, config, active, audit, clock));
        TableAccess tables = opening(new TableAccess(database, config.plugins().tables(), entries::statement));
        PluginLifecycle plugins = lifecycle(database, audit, tables);
        TaskLoop loop = tasks(database, catalog);
        OperatorTasks tasks = loop.operators(audit);
        Entrance entrance = opening(Entrance.open(database, config, catalog.memberships(), active, audit, clock));
        PortalServer http = opening(listen(database, entrance, new Parts(plugins, logs, loop, tasks, catalog, tables)));
        PublishedServices services = new PublishedServices(context);
        services.shared(catalog, plugins.plugins(), tasks, active);
        services.own(settings, tables, audit, http.viewChanges());
        opening(ConfigurationReload.follow(
                source -> Portal.configuration(context, source), settings, active, audit, entrance.auth(), inForce));
        startPlugins(opening(plugins), catalog, http);
        opening(loop).start(catalog::hasLooked);
        opening(housekeeping(plugins, audit, loop, catalog));
        notReady = List.of();
        // once more: the door is the first thing to be closed, while everything behind it still works
        opening(http);
        Announcement.of(config, http.port(), entrance.links());
    }

    private PluginLogs logs() {
        PluginLogs logs = opening(new PluginLogs(
                config.storage().resolve("logs/plugins"), config.plugins().logs(), entries::logged));
        opening(LogCapture.into(logs, LoaderOwner::of, secrets));
        opening(PluginOutput.into(logs, LoaderOwner::of, secrets));
        active.listen(change -> {
            if (change.now() == null) {
                logs.forget(change.plugin());
            }
        });
        return logs;
    }

    private Database database() {
        DatabaseServer server = config.database();
        return server == null
                ? new Database(config.storage().resolve("database"))
                : new Database(server.url(), server.user(), server.password());
    }

    private PluginLifecycle lifecycle(Database database, AuditLog audit, TableAccess tables) {
        PluginMigrations migrations = new PluginMigrations(database, tables);
        migrations.recover();
        return PluginLifecycle.on(
                new PluginLifecycle.Base(
                        context,
                        database,
                        audit,
                        () -> Objects.requireNonNull(server).servlet(),
                        entries,
                        settings,
                        migrations,
                        new HeapSuspect(config.storage(), context.getProperty("callboard.exhausted"))),
                active,
                config);
    }

    private void startPlugins(PluginLifecycle plugins, CatalogEngine catalog, PortalServer http) {
        // a first pass without the plugins that teach it would undo what they did, and do it once more when they have
        // come
        plugins.start(StartRules.order(context, config))
                .completeOnTimeout(null, MOST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(() -> fill(catalog, http))
                .exceptionally(failure -> {
                    LOG.error("The catalog can't be refreshed", failure);
                    return null;
                });
    }

    private Housekeeping housekeeping(PluginLifecycle plugins, AuditLog audit, TaskLoop tasks, CatalogEngine catalog) {
        return Housekeeping.of(
                plugins::tidyUp,
                tasks::tidyUp,
                catalog.provided()::forgetRemoved,
                () -> audit.forget(config.audit().kept(), config.audit().rows()));
    }

    private TaskLoop tasks(Database database, CatalogEngine catalog) {
        TaskLoop tasks = new TaskLoop(
                () -> active.all().stream().map(Serving::of).toList(),
                database,
                new ProviderJobs(catalog.provided(), catalog::wake),
                clock);
        active.listen(change -> tasks.wake());
        return tasks;
    }

    private void fill(CatalogEngine catalog, PortalServer http) {
        synchronized (opened) {
            if (!opened.isEmpty()) {
                catalog.start(http.entityEvents());
            }
        }
    }

    /** What is to be told of plugins. */
    private record Parts(
            PluginLifecycle lifecycle,
            PluginLogs logs,
            TaskLoop loop,
            OperatorTasks tasks,
            CatalogEngine catalog,
            TableAccess tables) {}

    private PortalServer listen(Database database, Entrance entrance, Parts parts) throws IOException {
        PortalServer http = PortalServer.start(
                new PortalServer.Address(config.host(), config.port(), config.baseUrl(), config.edge()),
                entrance.access(),
                answering(database, entrance, parts),
                () -> notReady.isEmpty() ? parts.lifecycle().missing() : notReady);
        parts.lifecycle().listen(http.pluginStates());
        parts.lifecycle().follow(http.deploys());
        parts.loop().listen(http.taskEvents());
        server = http;
        return http;
    }

    private Answering answering(Database database, Entrance entrance, Parts parts) {
        PluginLifecycle lifecycle = parts.lifecycle();
        HealthReport health = new HealthReport(database, parts.catalog(), parts.loop(), parts.tables());
        return new Answering(
                active,
                entries,
                lifecycle.plugins(),
                lifecycle.jars(),
                lifecycle.previews(),
                lifecycle.desk(),
                parts.logs(),
                parts.tasks(),
                backup(database),
                settings,
                parts.catalog().services().catalog(),
                new Hooks(() -> entrance.auth().get().hooks(), parts.catalog()::pushed),
                secrets,
                health.of(version(), config.plugins().tables().connections(), inForce),
                Answering.ForAuthors.of(
                        Path.of(context.getProperty("callboard.home")),
                        config.development() ? Stage.DEVELOPMENT : Stage.SHARED));
    }

    private String version() {
        return context.getBundle().getVersion().toString();
    }

    private PortalBackup backup(Database database) {
        return new PortalBackup(
                new PortalBackup.Contents(database, config.storage(), Portal.configurationFiles(context), version()));
    }

    private <C extends AutoCloseable> C opening(C closeable) {
        opened.push(closeable);
        return closeable;
    }

    @Override
    public void close() {
        List<AutoCloseable> last;
        synchronized (opened) {
            last = List.copyOf(opened);
            opened.clear();
        }
        for (AutoCloseable part : last) {
            try {
                part.close();
            } catch (Exception failure) {
                LOG.warn("Not everything closed cleanly", failure);
            }
        }
    }
}
