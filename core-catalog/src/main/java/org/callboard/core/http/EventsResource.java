package org.callboard.core.http;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.lifecycle.ActiveRevisions;
import org.callboard.core.lifecycle.Revision;

/**
 * {@code /api/events}: server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). They are hints:
 * a page that missed some reads the state anew.
 */
final class EventsResource implements CoreResource {

    private static final int MOST_STREAMS = 1_000;
    private static final int MOST_REFS = 50;

    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicLong ids = new AtomicLong();
    private final String boot = UUID.randomUUID().toString();
    private volatile boolean closed;
    private final JsonCodec codec = new JsonCodec();

    EventsResource(ActiveRevisions plugins) {
        plugins.listen(change -> send("plugin", describe(change)));
    }

    @Override
    public String prefix() {
        return "/api/events";
    }

    @Override
    public Access access() {
        return Access.SIGNED_IN;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
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
        AsyncContext context = exchange.request().startAsync();
        context.setTimeout(0);
        EventStream stream = new EventStream(context, streams::remove);
        streams.add(stream);
        stream.open();
        stream.send(message("hello", Json.object().put("boot", boot).build()));
    }

    /** Tells all pages which entities changed. */
    void entitiesChanged(List<CatalogEvent> events) {
        List<String> refs = events.stream()
                .limit(MOST_REFS)
                .map(event -> event.ref().toString())
                .toList();
        send(
                "entities",
                Json.object()
                        .put("generation", events.get(events.size() - 1).number())
                        .put("refs", Json.ofTexts(refs))
                        .put("total", events.size())
                        .build());
    }

    private static Json.Obj describe(ActiveRevisions.Change change) {
        Revision now = change.now();
        String what = now == null ? "removed" : change.before() == null ? "added" : "updated";
        Json.Builder event = Json.object().put("id", change.plugin()).put("change", what);
        if (now != null) {
            event.put("version", now.name().version())
                    .put("digest", now.name().digest())
                    .put("state", "ACTIVE");
        }
        return event.build();
    }

    private void send(String type, Json.Obj data) {
        byte[] message = message(type, data);
        streams.forEach(stream -> stream.send(message));
    }

    private byte[] message(String type, Json.Obj data) {
        String text = "id: " + ids.incrementAndGet() + "\nevent: " + type + "\ndata: "
                + new String(codec.encode(data), StandardCharsets.UTF_8) + "\n\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Keeps connections open through proxies, and finds out which are dead. */
    void heartbeat() {
        byte[] comment = ": still here\n\n".getBytes(StandardCharsets.UTF_8);
        streams.forEach(stream -> stream.send(comment));
    }

    /** Pages that lose their stream come again at once; none of them is let in any more. */
    void closeAll() {
        closed = true;
        streams.forEach(EventStream::end);
    }
}
