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
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Locations;
import org.callboard.api.extension.Extensions;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.plugins.Plugins;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.backup.PortalBackup;
import org.callboard.core.backup.StorageFolder;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.db.Database;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.extension.LoaderOwner;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.http.PortalServer;
import org.callboard.core.lifecycle.ActiveRevisions;
import org.callboard.core.lifecycle.HeapSuspect;
import org.callboard.core.lifecycle.PluginLifecycle;
import org.callboard.core.lifecycle.StartOrder;
import org.callboard.core.log.LogCapture;
import org.callboard.core.log.PluginLogs;
import org.callboard.core.session.AdminToken;
import org.callboard.core.session.Authentication;
import org.callboard.core.session.Sessions;
import org.callboard.core.session.SignInLinks;
import org.callboard.core.web.ReadingRules;
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
    private final SignInLinks links = new SignInLinks(clock);
    private final ActiveRevisions active = new ActiveRevisions();
    private final PluginEntries entries;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private @Nullable PortalServer server;
    private volatile List<String> notReady = List.of("The portal is starting.");

    RunningPortal(BundleContext context, PortalConfig config) {
        this.context = context;
        this.config = config;
        this.entries = new PluginEntries(config.plugins().limits(), PortalServer.WAITING_FOR_PLUGINS);
    }

    /** Opens everything and returns when the mandatory plugins serve; the catalog goes on filling in the background. */
    void open() throws IOException {
        StorageFolder.refuseHalfRestored(config.storage());
        Files.createDirectories(config.storage());
        PluginLogs logs = logs();
        Database database = opening(database());
        AuditLog audit = new AuditLog(database, clock);
        CatalogEngine catalog = opening(CatalogEngine.open(database, config, active, audit, clock));
        PluginLifecycle plugins = lifecycle(database, audit);
        PortalServer http = opening(listen(database, audit, plugins, logs));
        server = http;
        publish(catalog.services(), plugins);
        // a first pass without the plugins that teach it would undo what they did, and do it once more when they have
        // come
        opening(plugins)
                .start(startOrder())
                .completeOnTimeout(null, MOST_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(() -> fill(catalog, http))
                .exceptionally(failure -> {
                    LOG.error("The catalog can't be refreshed", failure);
                    return null;
                });
        opening(Housekeeping.of(
                plugins::tidyUp,
                () -> audit.forget(config.audit().kept(), config.audit().rows())));
        notReady = List.of();
        announce(http.port());
    }

    private PluginLogs logs() {
        PluginLogs logs = opening(new PluginLogs(
                config.storage().resolve("logs/plugins"), config.plugins().logs()));
        opening(LogCapture.into(logs, LoaderOwner::of));
        active.listen(change -> {
            if (change.now() == null) {
                logs.forget(change.plugin());
            }
        });
        return logs;
    }

    private Database database() {
        PortalConfig.DatabaseServer server = config.database();
        return server == null
                ? new Database(config.storage().resolve("database"))
                : new Database(server.url(), server.user(), server.password());
    }

    private PluginLifecycle lifecycle(Database database, AuditLog audit) {
        return PluginLifecycle.on(
                new PluginLifecycle.Base(
                        context,
                        database,
                        audit,
                        () -> Objects.requireNonNull(server).servlet(),
                        entries,
                        suspect()),
                active,
                config);
    }

    private void fill(CatalogEngine catalog, PortalServer http) {
        synchronized (opened) {
            if (!opened.isEmpty()) {
                catalog.start(http.entityEvents());
            }
        }
    }

    private HeapSuspect suspect() {
        String mark = context.getProperty("callboard.exhausted");
        return new HeapSuspect(config.storage(), mark == null ? null : Path.of(mark));
    }

    private StartOrder startOrder() {
        boolean isSafe = Boolean.parseBoolean(context.getProperty("callboard.safe"));
        return new StartOrder(
                home().resolve("system/plugins"),
                config.plugins().inbox(),
                config.plugins().declared(),
                new ReadingRules(config.reading()),
                config.plugins().startTries(),
                isSafe ? StartOrder.Extent.MANDATORY : StartOrder.Extent.ALL);
    }

    private PortalServer listen(Database database, AuditLog audit, PluginLifecycle plugins, PluginLogs logs)
            throws IOException {
        Sessions sessions = new Sessions(database, clock);
        Authentication authentication = new Authentication(AdminToken.in(config.storage()), sessions);
        return PortalServer.start(
                new PortalServer.Address(config.host(), config.port(), config.baseUrl()),
                new PortalServer.Access(authentication, sessions, links, audit),
                new PortalServer.Answering(active, entries, plugins, logs, backup(database)),
                () -> notReady.isEmpty() ? plugins.missing() : notReady);
    }

    private PortalBackup backup(Database database) {
        return new PortalBackup(new PortalBackup.Contents(
                database,
                config.storage(),
                Portal.configurationFiles(context),
                context.getBundle().getVersion().toString()));
    }

    private void publish(CatalogEngine.Services catalog, Plugins plugins) {
        context.registerService(Catalog.class, catalog.catalog(), null);
        context.registerService(Ingest.class, catalog.ingest(), null);
        context.registerService(Locations.class, catalog.locations(), null);
        context.registerService(Plugins.class, plugins, null);
        context.registerService(Extensions.class, active, null);
        context.registerService(JsonFormat.class, new JsonCodec(), null);
    }

    @SuppressWarnings("SystemOut") // the address is the command's result, not a log line
    private void announce(int port) {
        String address = config.baseUrl() != null
                ? config.baseUrl().toString().replaceFirst("/+$", "")
                : "http://" + config.host() + ":" + port;
        System.out.println("Callboard is at " + address);
        System.out.println("Sign in, once and within 10 minutes: " + address + "/signin?code=" + links.create());
    }

    private Path home() {
        return Path.of(context.getProperty("callboard.home"));
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
