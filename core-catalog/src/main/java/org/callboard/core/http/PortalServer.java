package org.callboard.core.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.config.PortalConfig;
import org.callboard.core.policy.PolicyAuthority;
import org.callboard.core.query.EntityChanges;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.session.AccessTokens;
import org.callboard.core.session.Authentication;
import org.callboard.core.session.Sessions;
import org.callboard.core.session.SignInLinks;
import org.callboard.core.signin.Bindings;
import org.callboard.core.signin.SignIn;
import org.callboard.core.supervision.Deploy;
import org.callboard.core.supervision.StateWatch;
import org.callboard.core.task.TaskEvent;
import org.callboard.core.thread.Workers;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.jspecify.annotations.Nullable;

/** Jetty with the dispatcher as its only servlet. */
public final class PortalServer implements AutoCloseable {

    /** How many requests may wait upon optional plugins; the rest of the threads is for the core and mandatory plugins. */
    public static final int WAITING_FOR_PLUGINS = 96;

    private static final long LONGEST_BODY = 65L * 1024 * 1024;
    private static final int WORTH_PACKING = 1_024;
    private static final int HEARTBEAT_SECONDS = 15;

    private final Listening listening;
    private final Dispatcher dispatcher;
    private final Streams streams;
    private final ScheduledExecutorService timer;
    private final ScheduledFuture<?> heartbeat;

    /** Where to listen, and what stands before it. */
    public record Address(String host, int port, @Nullable URI baseUrl, PortalConfig.Edge edge) {}

    /** Who may come in. */
    public record Access(
            Authentication authentication,
            Sessions sessions,
            AccessTokens tokens,
            SignInLinks links,
            SignIn signIn,
            Bindings bindings,
            AuditLog audit,
            PolicyAuthority authority) {}

    private PortalServer(Listening listening, Dispatcher dispatcher, Streams streams) {
        this.listening = listening;
        this.dispatcher = dispatcher;
        this.streams = streams;
        this.timer = Workers.of("heartbeat", 1);
        this.heartbeat =
                timer.scheduleWithFixedDelay(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    }

    private void beat() {
        streams.heartbeat();
        listening.closeSlow();
    }

    /**
     * Starts to listen.
     *
     * @throws BindException where the port is taken
     */
    public static PortalServer start(
            Address address, Access access, Answering answering, Supplier<List<String>> notReady) throws IOException {
        ActiveRevisions active = answering.active();
        PreviewKeys previews = new PreviewKeys(answering.previewing().previews());
        // before the events: who hears of a revision may ask for its files at once
        UiResource files = new UiResource(active, previews);
        EventsResource events = new EventsResource(
                active, answering.previewing().previews(), previews, access.authentication(), answering.catalog());
        PluginLogResource logs = new PluginLogResource(
                answering.plugins(), answering.previewing().previews(), answering.logs());
        Streams streams = new Streams(events, new ViewChanges(events::viewsChanged), logs, access.authentication());
        access.authority().policy().listen(streams::endUnwelcome);
        Listening listening = Listening.at(address);
        Throttle throttle = new Throttle(address.edge().rates(), access.audit());
        List<CoreResource> core = new ArrayList<>(resources(access, answering, streams, notReady));
        PortalFigures figures = new PortalFigures(listening, throttle, access, answering, events);
        core.addAll(List.of(figures.metrics(), figures.portal(notReady), files));
        Dispatcher dispatcher = new Dispatcher(
                hostRule(address),
                new Dispatcher.Entry(access, throttle),
                new Dispatcher.Ground(active, previews, answering.secrets()),
                core,
                new Absence(answering.plugins(), notReady));
        listening.open(handler(dispatcher, address.baseUrl()));
        return new PortalServer(listening, dispatcher, streams);
    }

    private static List<CoreResource> resources(
            Access access, Answering answering, Streams streams, Supplier<List<String>> notReady) {
        KnownPermissions known = new KnownPermissions(answering.active());
        return List.of(
                new SignInResource(access),
                new SessionResource(access, known, streams::endUnwelcome),
                new PeopleResource(access, streams::endUnwelcome),
                new PermissionsResource(access.authority(), known, answering.plugins()),
                new TokensResource(access.tokens(), access.audit(), streams::endUnwelcome),
                new PluginsResource(answering, streams.logs(), access.audit()),
                new PreviewResource(answering.previewing().previews()),
                new TasksResource(answering.tasks()),
                new BackupResource(answering.backup(), access.audit()),
                new AuditResource(access.audit()),
                new MavenResource(answering.authors(), access.authentication()),
                streams.events(),
                new BuildReports(streams.events(), answering.authors().stage()),
                new HooksResource(answering.hooks(), access.audit()),
                new RescueResource(answering.plugins()),
                new HealthResource("/health", notReady),
                new HealthResource("/.backstage/health/v1", notReady));
    }

    private static HostRule hostRule(Address address) {
        return new HostRule(address.host(), address.baseUrl());
    }

    private static Handler handler(Dispatcher dispatcher, @Nullable URI baseUrl) {
        ServletHolder holder = new ServletHolder("dispatcher", dispatcher);
        holder.setAsyncSupported(true);
        holder.setInitOrder(1);
        SizeLimitHandler limit = new SizeLimitHandler(LONGEST_BODY, -1);
        limit.setHandler(compressed(holder, baseUrl));
        return limit;
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

    /** {@return the port it listens on} */
    public int port() {
        return listening.port();
    }

    /** {@return the dispatcher's own configuration, which the plugins' REST applications are built with} */
    public ServletConfig servlet() {
        return dispatcher.getServletConfig();
    }

    /** {@return who tells open pages of the states of plugins} */
    public StateWatch.Listener pluginStates() {
        return streams.events()::pluginStands;
    }

    /** {@return who tells open pages how far revisions have come} */
    public Consumer<Deploy> deploys() {
        return streams.events()::deploys;
    }

    /** {@return who tells open pages of changed entities} */
    public Consumer<EntityChanges> entityEvents() {
        return streams.events()::entitiesChanged;
    }

    /** {@return who tells open pages of runs that begin or end} */
    public Consumer<TaskEvent> taskEvents() {
        return streams.events()::ran;
    }

    /** {@return who tells open pages what has something else to show} */
    public ViewChanges viewChanges() {
        return streams.views();
    }

    /**
     * Takes no more connections, refuses new requests on those that there are, and returns when the others are answered or
     * their time is over. Once more does no harm.
     */
    @Override
    public void close() {
        heartbeat.cancel(false);
        timer.shutdown();
        streams.closeAll();
        listening.close();
    }
}
