package org.callboard.core.http;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Permission;
import org.callboard.core.query.EntityChanges;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.Preview;
import org.callboard.core.revision.Previews;
import org.callboard.core.revision.Revision;
import org.callboard.core.session.Authentication;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.supervision.Deploy;
import org.callboard.core.supervision.StateWatch;
import org.callboard.core.task.TaskEvent;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/events}: server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). They are hints:
 * a page that missed some reads the state anew. With {@code ?recent} those of the last seconds come as well, so that a page need not
 * wait with its reading until it hears.
 */
final class EventsResource implements CoreResource {

    private static final int MOST_STREAMS = 1_000;
    private static final Permission READ = new Permission(Permission.CATALOG_READ);
    private static final Permission USE = new Permission(Permission.PORTAL_USE);

    private final ActiveRevisions plugins;
    private final PreviewKeys keys;
    private final Authentication authentication;
    private final Catalog catalog;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final RecentEvents recent = new RecentEvents(System::nanoTime);
    private final String boot = UUID.randomUUID().toString();
    private volatile boolean closed;

    EventsResource(
            ActiveRevisions plugins,
            Previews previews,
            PreviewKeys keys,
            Authentication authentication,
            Catalog catalog) {
        this.plugins = plugins;
        this.keys = keys;
        this.authentication = authentication;
        this.catalog = catalog;
        plugins.listen(change -> send(Permission.PORTAL_USE, "plugin", describe(change)));
        previews.listen(this::previewed);
    }

    @Override
    public String prefix() {
        return "/api/events";
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        PortalCaller caller = exchange.allowed(Permission.PORTAL_USE);
        if (!exchange.request().getMethod().equals("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        if (closed) {
            throw new PortalException(ProblemKind.UNAVAILABLE, "The portal is stopping.");
        }
        if (streams.size() >= MOST_STREAMS) {
            throw new PortalException(ProblemKind.UNAVAILABLE, MOST_STREAMS + " pages listen already.");
        }
        exchange.response().setContentType("text/event-stream; charset=utf-8");
        AsyncContext context = exchange.request().startAsync(exchange.request(), exchange.response());
        context.setTimeout(0);
        Preview preview = keys.of(exchange.request(), caller);
        EventStream stream = new EventStream(context, streams::remove, caller, preview == null ? null : preview.key());
        streams.add(stream);
        stream.open();
        greet(stream, preview, exchange.request().getParameter("recent") != null);
    }

    private void greet(EventStream stream, @Nullable Preview preview, boolean isNew) {
        RecentEvents.Recent before = recent.now();
        stream.tell(EventStream.event(
                "hello",
                Json.object()
                        .put("boot", boot)
                        .put("recent", isNew ? before.within().toMillis() : 0)
                        .put("preview", PreviewJson.orNull(preview))
                        .build()));
        if (isNew) {
            before.heardBy(stream).forEach(stream::tell);
        }
    }

    /** {@return the pages that listen} */
    PlacesInUse listeners() {
        return new PlacesInUse("pages", "Open pages that hear of changes", streams::size, MOST_STREAMS, () -> 0);
    }

    /** Tells the author's pages alone that they have something else to show. */
    private void previewed(Previews.Change change) {
        Preview now = change.now();
        Revision seen = now == null ? plugins.find(change.plugin()).orElse(null) : now.revision();
        byte[] preview = EventStream.event(
                "preview", Json.object().put("preview", PreviewJson.orNull(now)).build());
        byte[] plugin =
                EventStream.event("plugin", describe(change.plugin(), seen == null ? "removed" : "updated", seen));
        for (byte[] message : List.of(preview, plugin)) {
            tell(stream -> stream.shows(change.key()) ? Optional.of(message) : Optional.empty());
        }
    }

    /** Tells pages which of the entities changed that their callers see. */
    void entitiesChanged(EntityChanges changes) {
        EntityNews news = new EntityNews(changes);
        tell(stream -> news.heardBy(authentication.now(stream.caller())));
    }

    /** Tells all pages what stands between authors' sources and the portal, by plugin. */
    void reported(Json.Obj problems) {
        send(Permission.PORTAL_USE, "reports", problems);
    }

    /** Tells all pages that a plugin is in another state. */
    void pluginStands(String plugin, StateWatch.@Nullable State state) {
        send(
                Permission.PORTAL_USE,
                "plugin.state",
                Json.object()
                        .put("id", plugin)
                        .put(
                                "state",
                                state == null
                                        ? Json.Null.NULL
                                        : Json.of(state.state().name()))
                        .put(
                                "reason",
                                state == null || state.reason() == null ? Json.Null.NULL : Json.of(state.reason()))
                        .build());
    }

    /** Tells pages how far a revision has come that is to serve. */
    void deploys(Deploy deploy) {
        send(
                Permission.PLUGIN_READ,
                "plugin.deploy",
                Json.object()
                        .put("id", deploy.plugin())
                        .put("version", deploy.version())
                        .put("digest", deploy.digest())
                        .put("step", deploy.step().name())
                        .put("at", deploy.at().toString())
                        .put("diagnosis", PluginJson.of(deploy.diagnosis()))
                        .build());
    }

    /** Tells all pages that a task's run has begun or ended. */
    void ran(TaskEvent event) {
        send(
                Permission.TASK_READ,
                "task",
                Json.object()
                        .put("plugin", event.plugin())
                        .put("id", event.id())
                        .put("change", event.outcome() == null ? "started" : "finished")
                        .put(
                                "outcome",
                                event.outcome() == null ? null : event.outcome().name())
                        .build());
    }

    /** Tells pages that something has something else to show; for an entity, those of the callers who may read it. */
    void viewsChanged(ViewChanges.Change change) {
        String entity = change.entity();
        send(
                caller -> caller.may(USE) && (entity == null || mayRead(caller, EntityRef.parse(entity))),
                "model.changed",
                Json.object()
                        .put("plugin", change.plugin())
                        .put("ext", change.extension())
                        .put("ref", change.entity())
                        .build());
    }

    private static Json.Obj describe(ActiveRevisions.Change change) {
        Revision now = change.now();
        return describe(change.plugin(), now == null ? "removed" : change.before() == null ? "added" : "updated", now);
    }

    private static Json.Obj describe(String plugin, String what, @Nullable Revision now) {
        Json.Builder event = Json.object().put("id", plugin).put("change", what);
        if (now != null) {
            event.put("version", now.name().version())
                    .put("digest", now.name().digest())
                    .put("state", "ACTIVE");
        }
        return event.build();
    }

    private boolean mayRead(PortalCaller caller, EntityRef entity) {
        return caller.may(READ) && catalog.find(caller, entity).isPresent();
    }

    /** Tells those pages whose callers have the permission. */
    private void send(String permission, String type, Json.Obj data) {
        Permission needed = new Permission(permission);
        send(caller -> caller.may(needed), type, data);
    }

    /** Callers are asked for as they are now: who has lost a right since they came hears nothing more by it. */
    private void send(Predicate<PortalCaller> mayHear, String type, Json.Obj data) {
        byte[] message = EventStream.event(type, data);
        tell(stream -> mayHear.test(authentication.now(stream.caller())) ? Optional.of(message) : Optional.empty());
    }

    /** Who comes in between hears it twice rather than never. */
    private void tell(Function<EventStream, Optional<byte[]>> message) {
        recent.add(message);
        streams.forEach(stream -> message.apply(stream).ifPresent(stream::tell));
    }

    /** Keeps connections open through proxies, and finds out which are dead. */
    void heartbeat() {
        byte[] comment = ": still here\n\n".getBytes(StandardCharsets.UTF_8);
        streams.forEach(stream -> stream.send(comment));
    }

    void endUnless(Predicate<PortalCaller> welcome) {
        streams.stream().filter(stream -> !welcome.test(stream.caller())).forEach(EventStream::end);
    }

    /** Pages that lose their stream come again at once; none of them is let in any more. */
    void closeAll() {
        closed = true;
        streams.forEach(EventStream::end);
    }
}
