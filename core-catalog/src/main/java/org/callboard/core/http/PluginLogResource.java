package org.callboard.core.http;

import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Permission;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.log.LogFormat;
import org.callboard.core.log.LogLine;
import org.callboard.core.log.PluginLogs;
import org.callboard.core.revision.Previews;
import org.callboard.core.session.Permissions;
import org.callboard.core.session.PortalCaller;

/**
 * {@code /api/plugins/{id}/logs?tail=N}: the last lines that a plugin logged, as JSON or plain text; or as a stream of
 * events, one a line, that goes on with what comes.
 */
final class PluginLogResource {

    static final String SUFFIX = "/logs";

    private static final int TAIL = 200;
    private static final int LONGEST_TAIL = 1_000;
    private static final int MOST_STREAMS = 100;

    private final Plugins plugins;
    private final Previews previews;
    private final PluginLogs logs;
    private final JsonCodec codec = new JsonCodec();
    private final Map<EventStream, Runnable> streams = new ConcurrentHashMap<>();
    private volatile boolean closed;

    PluginLogResource(Plugins plugins, Previews previews, PluginLogs logs) {
        this.plugins = plugins;
        this.previews = previews;
        this.logs = logs;
    }

    void handle(Exchange exchange, String id) throws IOException {
        if (!exchange.is("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        require(exchange.allowed(Permission.PLUGIN_INSPECT), id);
        int tail = tail(exchange.request().getParameter("tail"));
        exchange.response().setHeader("Cache-Control", "no-store");
        String accept = Objects.requireNonNullElse(exchange.request().getHeader("Accept"), "");
        if (accept.startsWith("text/event-stream")) {
            stream(exchange, id, tail);
        } else if (accept.startsWith("text/plain")) {
            String text = logs.tail(id, tail).stream().map(LogFormat::text).collect(Collectors.joining());
            exchange.text(200, "text/plain; charset=utf-8", text);
        } else {
            exchange.json(
                    200,
                    new Json.Arr(logs.tail(id, tail).stream()
                            .<Json>map(PluginLogResource::json)
                            .toList()));
        }
    }

    private void require(PortalCaller caller, String id) {
        Set<Optional<String>> owners = owners(id);
        if (owners.isEmpty()) {
            throw new PortalException(ProblemKind.NOT_FOUND, "There is no plugin '" + id + "'.");
        }
        // what is tried beside a plugin logs to the same place
        owners.forEach(owner -> Permissions.require(caller, Permission.PLUGIN_INSPECT, id, owner.orElse(null)));
    }

    /** {@return whose the plugin is, and whose the previews of it} */
    private Set<Optional<String>> owners(String id) {
        Set<Optional<String>> owners = new HashSet<>();
        plugins.find(PortalCaller.PORTAL, id).ifPresent(plugin -> owners.add(Optional.ofNullable(plugin.owner())));
        previews.all().stream()
                .filter(preview -> preview.plugin().equals(id))
                .forEach(preview ->
                        owners.add(Optional.ofNullable(preview.revision().owner())));
        return owners;
    }

    private static int tail(String given) {
        if (given == null) {
            return TAIL;
        }
        if (!given.matches("\\d{1,9}")) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT, "'tail' must be a number of lines.", "Leave it out for " + TAIL + ".");
        }
        return Math.min(Integer.parseInt(given), LONGEST_TAIL);
    }

    private void stream(Exchange exchange, String id, int tail) throws IOException {
        requireRoom();
        exchange.response().setContentType("text/event-stream; charset=utf-8");
        AsyncContext context = exchange.request().startAsync(exchange.request(), exchange.response());
        context.setTimeout(0);
        EventStream stream = new EventStream(context, this::left, exchange.signedIn());
        streams.put(stream, () -> {});
        stream.open();
        stream.send(": here it begins\n\n".getBytes(StandardCharsets.UTF_8));
        Runnable leave = logs.follow(id, tail, lines -> send(lines, stream));
        // who left meanwhile is not there any more
        if (streams.replace(stream, leave) == null) {
            leave.run();
        }
    }

    private void requireRoom() {
        if (closed) {
            throw new PortalException(ProblemKind.UNAVAILABLE, "The portal is stopping.");
        }
        if (streams.size() >= MOST_STREAMS) {
            throw new PortalException(
                    ProblemKind.UNAVAILABLE,
                    MOST_STREAMS + " logs are being followed already.",
                    "Close some, or ask for the last lines only.");
        }
    }

    private void send(List<LogLine> lines, EventStream stream) {
        if (!lines.isEmpty()) {
            stream.send(events(lines));
        }
    }

    private void left(EventStream stream) {
        Runnable leave = streams.remove(stream);
        if (leave != null) {
            leave.run();
        }
    }

    /** One message of many events: a reader may have only so many messages before it. */
    private byte[] events(List<LogLine> lines) {
        StringBuilder events = new StringBuilder();
        for (LogLine line : lines) {
            events.append("event: line\ndata: ");
            events.append(new String(codec.encode(json(line)), StandardCharsets.UTF_8));
            events.append("\n\n");
        }
        return events.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Json.Obj json(LogLine line) {
        return Json.object()
                .put("at", line.at().toString())
                .put("level", line.level())
                .put("logger", line.logger())
                .put("thread", line.thread())
                .put("message", line.message())
                .put("thrown", line.thrown())
                .build();
    }

    void heartbeat() {
        byte[] comment = ": still here\n\n".getBytes(StandardCharsets.UTF_8);
        streams.keySet().forEach(stream -> stream.send(comment));
    }

    void endUnless(Predicate<PortalCaller> welcome) {
        streams.keySet().stream()
                .filter(stream -> !welcome.test(stream.caller()))
                .forEach(EventStream::end);
    }

    void closeAll() {
        closed = true;
        streams.keySet().forEach(EventStream::end);
    }
}
