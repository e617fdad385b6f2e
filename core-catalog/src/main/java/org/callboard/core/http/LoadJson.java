package org.callboard.core.http;

import java.math.BigDecimal;
import java.time.Duration;
import org.callboard.api.model.Json;
import org.callboard.api.plugins.PluginLoad;

/** What a plugin costs, as the API shows it: times in seconds, memory in bytes. */
final class LoadJson {

    private LoadJson() {}

    static Json.Obj of(PluginLoad load) {
        return Json.object()
                .put("requests", load.requests())
                .put("errors", load.errors())
                .put("latency", latency(load.latency()))
                .put("calls", load.calls())
                .put("failures", load.failures())
                .put("cpuSeconds", seconds(load.cpu()))
                .put("allocatedBytes", load.allocatedBytes())
                .put("sqlStatements", load.statements())
                .put("sqlSeconds", seconds(load.statementTime()))
                .put("logLines", load.lines().all())
                .put("logWarnings", load.lines().warnings())
                .put("logErrors", load.lines().errors())
                .put("problems", load.problems())
                .put("missedEvents", load.missedEvents())
                .put("running", load.running())
                .put("threads", load.threads())
                .put("stuck", stuck(load))
                .build();
    }

    private static Json.Obj latency(PluginLoad.Latency latency) {
        return Json.object()
                .put("sumSeconds", seconds(latency.sum()))
                .put("p50Seconds", seconds(latency.p50()))
                .put("p99Seconds", seconds(latency.p99()))
                .build();
    }

    private static Json.Arr stuck(PluginLoad load) {
        return new Json.Arr(load.stuck().stream()
                .<Json>map(thread -> Json.object()
                        .put("thread", thread.name())
                        .put("seconds", seconds(thread.running()))
                        .put("at", thread.at())
                        .build())
                .toList());
    }

    static Json seconds(Duration duration) {
        return new Json.Num(BigDecimal.valueOf(duration.toNanos() / 1_000, 6));
    }
}
