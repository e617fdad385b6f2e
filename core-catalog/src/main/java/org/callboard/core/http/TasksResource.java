package org.callboard.core.http;

import java.io.IOException;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.task.TaskInfo;
import org.callboard.api.task.Tasks;
import org.jspecify.annotations.Nullable;

/** {@code /api/tasks}: what plugins do at certain times, and how it went. */
final class TasksResource implements CoreResource {

    private static final String PREFIX = "/api/tasks";
    private static final int PARTS = 3;

    private final Tasks tasks;

    TasksResource(Tasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        String rest = exchange.path().substring(PREFIX.length()).replaceFirst("^/", "");
        String[] parts = rest.split("/", -1);
        if (rest.isEmpty()) {
            list(exchange);
        } else if (parts.length == PARTS) {
            act(exchange, parts[0], parts[1], parts[2]);
        } else {
            throw nothing(exchange);
        }
    }

    private void list(Exchange exchange) throws IOException {
        if (!exchange.is("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        exchange.json(
                200,
                new Json.Arr(tasks.list(exchange.signedIn()).stream()
                        .<Json>map(TasksResource::json)
                        .toList()));
    }

    private void act(Exchange exchange, String plugin, String id, String act) {
        Act on = switch (act) {
            case "run" -> tasks::run;
            case "pause" -> tasks::pause;
            case "resume" -> tasks::resume;
            default -> throw nothing(exchange);
        };
        if (!exchange.is("POST")) {
            throw exchange.methodNotAllowed("POST");
        }
        on.by(exchange.signedIn(), plugin, id);
        exchange.response().setStatus(act.equals("run") ? 202 : 204);
    }

    private interface Act {
        void by(Caller caller, String plugin, String id);
    }

    private static PortalException nothing(Exchange exchange) {
        return new PortalException(
                ProblemKind.NOT_FOUND,
                "There is nothing at " + exchange.path() + ".",
                "A task takes run, pause and resume, at " + PREFIX + "/<plugin>/<id>/run.");
    }

    private static Json.Obj json(TaskInfo task) {
        return Json.object()
                .put("plugin", task.plugin())
                .put("id", task.id())
                .put("title", task.title())
                .put("schedule", task.schedule())
                .put("state", task.state().name())
                .put("message", task.message())
                .put("last", json(task.last()))
                .put(
                        "next",
                        task.next() == null
                                ? Json.Null.NULL
                                : Json.of(task.next().toString()))
                .build();
    }

    private static Json json(TaskInfo.@Nullable Run run) {
        return run == null
                ? Json.Null.NULL
                : Json.object()
                        .put("started", run.started().toString())
                        .put("millis", run.took().toMillis())
                        .put("outcome", run.outcome().name())
                        .put("message", run.message())
                        .build();
    }
}
