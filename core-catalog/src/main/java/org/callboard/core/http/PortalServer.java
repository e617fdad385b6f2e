package org.callboard.core.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.plugins.Plugins;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.backup.PortalBackup;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.lifecycle.ActiveRevisions;
import org.callboard.core.log.PluginLogs;
import org.callboard.core.session.Authentication;
import org.callboard.core.session.Sessions;
import org.callboard.core.session.SignInLinks;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** Jetty with the dispatcher as its only servlet. */
public final class PortalServer implements AutoCloseable {

    /** How many requests may wait upon optional plugins; the rest of the threads is for the core and mandatory plugins. */
    public static final int WAITING_FOR_PLUGINS = 96;

    private static final int MOST_THREADS = WAITING_FOR_PLUGINS + 64;
    private static final int IDLE_MILLIS = 30_000;
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int STOP_MILLIS = 5_000;
    private static final long LONGEST_BODY = 65L * 1024 * 1024;
    private static final int WORTH_PACKING = 1_024;
    private static final int HEARTBEAT_SECONDS = 15;

    private final Server server;
    private final ServerConnector connector;
    private final Dispatcher dispatcher;
    private final Streams streams;
    private final ScheduledExecutorService timer;
    private final ScheduledFuture<?> heartbeat;

    /** Where to listen. */
    public record Address(String host, int port, @Nullable URI baseUrl) {}

    /** Who may come in. */
    public record Access(Authentication authentication, Sessions sessions, SignInLinks links, AuditLog audit) {}

    /** The answers without an end. */
    private record Streams(EventsResource events, PluginLogResource logs) {

        void heartbeat() {
            events.heartbeat();
            logs.heartbeat();
        }

        void closeAll() {
            events.closeAll();
            logs.closeAll();
        }
    }

    private PortalServer(Server server, ServerConnector connector, Dispatcher dispatcher, Streams streams) {
        this.server = server;
        this.connector = connector;
        this.dispatcher = dispatcher;
        this.streams = streams;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "heartbeat");
            thread.setDaemon(true);
            return thread;
        });
        this.heartbeat = timer.scheduleWithFixedDelay(
                streams::heartbeat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    /** Who answers: the plugins that serve, what is known of all, and their logs. */
    public record Answering(
            ActiveRevisions active, PluginEntries entries, Plugins plugins, PluginLogs logs, PortalBackup backup) {}

    /**
     * Starts to listen.
     *
     * @throws BindException where the port is taken
     */
    public static PortalServer start(
            Address address, Access access, Answering answering, Supplier<List<String>> notReady) throws IOException {
        ActiveRevisions active = answering.active();
        // before the events: who hears of a revision may ask for its files at once
        UiResource files = new UiResource(active);
        EventsResource events = new EventsResource(active);
        PluginLogResource logStreams = new PluginLogResource(answering.plugins(), answering.logs());
        List<CoreResource> core = List.of(
                new HealthResource("/health", notReady),
                new HealthResource("/.backstage/health/v1", notReady),
                new MetricsResource(answering.entries(), active),
                new SignInResource(access.links(), access.sessions(), access.audit()),
                new SessionResource(access.authentication(), access.sessions(), access.links()),
                new PluginsResource(answering.plugins(), logStreams),
                new BackupResource(answering.backup(), access.audit()),
                events,
                files,
                new RescueResource(answering.plugins()));
        Dispatcher dispatcher =
                new Dispatcher(new HostRule(address.host(), address.baseUrl()), access.authentication(), active, core);
        Server server = server(dispatcher, address.baseUrl());
        ServerConnector connector = connector(server, address);
        open(server, connector);
        return new PortalServer(server, connector, dispatcher, new Streams(events, logStreams));
    }

    private static Server server(Dispatcher dispatcher, @Nullable URI baseUrl) {
        ServletHolder holder = new ServletHolder("dispatcher", dispatcher);
        holder.setAsyncSupported(true);
        holder.setInitOrder(1);
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 4);
        threads.setName("http");
        threads.setDaemon(true);
        Server server = new Server(threads);
        SizeLimitHandler limit = new SizeLimitHandler(LONGEST_BODY, -1);
        limit.setHandler(compressed(holder, baseUrl));
        server.setHandler(limit);
        server.setErrorHandler(new LowLevelErrors());
        server.setStopTimeout(STOP_MILLIS);
        return server;
    }

    private static GzipHandler compressed(ServletHolder holder, @Nullable URI baseUrl) {
        ServletContextHandler context = new ServletContextHandler("/", false, false);
        context.addServlet(holder, "/*");
        if (baseUrl != null) {
            FilterHolder base = new FilterHolder(new PublicAddress(baseUrl));
            base.setAsyncSupported(true);
            context.addFilter(base, "/*", EnumSet.of(DispatcherType.REQUEST));
        }
        GzipHandler gzip = new GzipHandler(context);
        gzip.setMinGzipSize(WORTH_PACKING);
        gzip.setIncludedMimeTypes(
                "application/json", "text/html", "text/css", "text/javascript", "text/plain", "image/svg+xml");
        return gzip;
    }

    private static ServerConnector connector(Server server, Address address) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setMinRequestDataRate(500);
        http.setIdleTimeout(IDLE_MILLIS);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(address.host());
        connector.setPort(address.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        return connector;
    }

    private static void open(Server server, ServerConnector connector) throws IOException {
        connector.open();
        try {
            server.start();
        } catch (IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IOException(failure);
        }
    }

    /** {@return the port it listens on} */
    public int port() {
        return connector.getLocalPort();
    }

    /** {@return the dispatcher's own configuration, which the plugins' REST applications are built with} */
    public ServletConfig servlet() {
        return dispatcher.getServletConfig();
    }

    /** {@return who tells open pages of changed entities} */
    public java.util.function.Consumer<List<CatalogEvent>> entityEvents() {
        return streams.events()::entitiesChanged;
    }

    @Override
    public void close() {
        heartbeat.cancel(false);
        timer.shutdown();
        streams.closeAll();
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("The HTTP server did not stop.", failure);
        }
    }
}
