package org.callboard.core.http;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.PluginInfo;
import org.callboard.api.plugins.Plugins;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.audit.AuditRow;
import org.callboard.core.extension.LoadRange;
import org.callboard.core.extension.LoadStep;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.session.Permissions;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.supervision.PluginDesk;
import org.callboard.core.supervision.PluginDesk.KeptRevision;

/** {@code /api/plugins/{id}/load}, {@code /revisions} and {@code /audit}: what a plugin did, was, and had done to it. */
final class PluginHistoryResource {

    private static final Set<String> PARTS = Set.of("load", "revisions", "audit");
    private static final int MOST_ROWS = 200;

    private final Plugins plugins;
    private final PluginEntries entries;
    private final PluginDesk desk;
    private final AuditLog audit;

    PluginHistoryResource(Answering answering, AuditLog audit) {
        this.plugins = answering.plugins();
        this.entries = answering.entries();
        this.desk = answering.desk();
        this.audit = audit;
    }

    boolean answers(String part) {
        return PARTS.contains(part);
    }

    void handle(Exchange exchange, String id, String part) throws IOException {
        if (!exchange.is("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        exchange.response().setHeader("Cache-Control", "no-store");
        switch (part) {
            case "load" -> load(exchange, id);
            case "revisions" -> revisions(exchange, id);
            default -> audit(exchange, id);
        }
    }

    private void load(Exchange exchange, String id) throws IOException {
        require(exchange.signedIn(), id);
        String code = exchange.request().getParameter("range");
        LoadRange range = LoadRange.of(code == null ? LoadRange.QUARTER.code() : code)
                .orElseThrow(() -> new PortalException(
                        ProblemKind.BAD_INPUT, "'range' must be 15m, 6h or 24h.", "Leave it out for 15m."));
        List<LoadStep> steps = entries.steps(id, range);
        exchange.json(
                200,
                Json.object()
                        .put("range", range.code())
                        .put("stepSeconds", range.step().toSeconds())
                        .put("most", range.steps())
                        .put("requests", counts(steps, LoadStep::requests))
                        .put("errors", counts(steps, LoadStep::errors))
                        .put("p50Seconds", seconds(steps, LoadStep::p50))
                        .put("p99Seconds", seconds(steps, LoadStep::p99))
                        .put("cpuSeconds", seconds(steps, LoadStep::cpu))
                        .put("allocatedBytes", counts(steps, LoadStep::allocatedBytes))
                        .put("sqlStatements", counts(steps, LoadStep::statements))
                        .put("sqlSeconds", seconds(steps, LoadStep::statementTime))
                        .build());
    }

    /** {@return the last quarter of an hour of what a list shows} */
    Json.Obj recent(String id) {
        List<LoadStep> steps = entries.steps(id, LoadRange.QUARTER);
        return Json.object()
                .put("stepSeconds", LoadRange.QUARTER.step().toSeconds())
                .put("most", LoadRange.QUARTER.steps())
                .put("requests", counts(steps, LoadStep::requests))
                .put("errors", counts(steps, LoadStep::errors))
                .put("p99Seconds", seconds(steps, LoadStep::p99))
                .build();
    }

    private static Json.Arr counts(List<LoadStep> steps, ToLongFunction<LoadStep> count) {
        return new Json.Arr(steps.stream()
                .<Json>map(step -> new Json.Num(BigDecimal.valueOf(count.applyAsLong(step))))
                .toList());
    }

    private static Json.Arr seconds(List<LoadStep> steps, Function<LoadStep, Duration> duration) {
        return new Json.Arr(steps.stream()
                .<Json>map(step -> LoadJson.seconds(duration.apply(step)))
                .toList());
    }

    private void revisions(Exchange exchange, String id) throws IOException {
        require(exchange.signedIn(), id);
        exchange.json(
                200,
                new Json.Arr(desk.revisions(id).stream()
                        .<Json>map(PluginHistoryResource::json)
                        .toList()));
    }

    private static Json.Obj json(KeptRevision revision) {
        return Json.object()
                .put("version", revision.version())
                .put("digest", revision.digest())
                .put("owner", revision.owner())
                .put("bytes", revision.bytes())
                .put("contributes", PluginJson.of(revision.extensions()))
                .put("asks", PluginJson.needs(revision.asks()))
                .build();
    }

    /** For those who may inspect the plugin: they need not be allowed to read what others did to the rest of the portal. */
    private void audit(Exchange exchange, String id) throws IOException {
        PortalCaller caller = exchange.allowed(Permission.PLUGIN_INSPECT);
        PluginInfo plugin = require(PortalCaller.PORTAL, id);
        Permissions.require(caller, Permission.PLUGIN_INSPECT, id, plugin.owner());
        exchange.json(
                200,
                Json.object()
                        .put(
                                "items",
                                new Json.Arr(audit.ofPlugin(id, MOST_ROWS).stream()
                                        .<Json>map(AuditRow::json)
                                        .toList()))
                        .build());
    }

    private PluginInfo require(Caller caller, String id) {
        return plugins.find(caller, id)
                .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "There is no plugin '" + id + "'."));
    }
}
