package org.callboard.core.http;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.callboard.core.lifecycle.ActiveRevisions;

/**
 * What the portal counts, in Prometheus' text format 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/).
 */
final class MetricsResource implements CoreResource {

    private final RequestCounts counts;
    private final ActiveRevisions plugins;

    MetricsResource(RequestCounts counts, ActiveRevisions plugins) {
        this.counts = counts;
        this.plugins = plugins;
    }

    @Override
    public String prefix() {
        return "/metrics";
    }

    @Override
    public Access access() {
        return Access.LOCAL;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (!exchange.is("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        StringBuilder text = new StringBuilder(2_000);
        requests(text);
        calls(text);
        jvm(text);
        exchange.text(200, "text/plain; version=0.0.4; charset=utf-8", text.toString());
    }

    private void requests(StringBuilder text) {
        type(text, "callboard_plugin_requests_total", "counter", "Requests answered by a plugin.");
        counts.each((plugin, count) -> line(
                text,
                "callboard_plugin_requests_total",
                plugin,
                count.requests().sum()));
        type(text, "callboard_plugin_request_errors_total", "counter", "Of these, answered with a 5xx.");
        counts.each((plugin, count) -> line(
                text,
                "callboard_plugin_request_errors_total",
                plugin,
                count.errors().sum()));
        type(text, "callboard_plugin_request_seconds_total", "counter", "Time spent on them.");
        counts.each((plugin, count) -> line(
                text,
                "callboard_plugin_request_seconds_total",
                plugin,
                count.nanos().sum() / 1e9));
    }

    private void calls(StringBuilder text) {
        type(text, "callboard_plugin_calls_total", "counter", "Calls of the active revision's code.");
        plugins.all()
                .forEach(revision -> line(
                        text,
                        "callboard_plugin_calls_total",
                        revision.name().plugin(),
                        revision.entry().calls()));
        type(text, "callboard_plugin_call_failures_total", "counter", "Of these, failed.");
        plugins.all()
                .forEach(revision -> line(
                        text,
                        "callboard_plugin_call_failures_total",
                        revision.name().plugin(),
                        revision.entry().failures()));
    }

    private static void jvm(StringBuilder text) {
        Runtime runtime = Runtime.getRuntime();
        type(text, "jvm_memory_heap_used_bytes", "gauge", "Heap in use.");
        text.append("jvm_memory_heap_used_bytes ")
                .append(runtime.totalMemory() - runtime.freeMemory())
                .append('\n');
        type(text, "jvm_threads_current", "gauge", "Live threads.");
        text.append("jvm_threads_current ")
                .append(ManagementFactory.getThreadMXBean().getThreadCount())
                .append('\n');
    }

    private static void type(StringBuilder text, String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder text, String name, String plugin, long count) {
        line(text, name, plugin, Long.toString(count));
    }

    private static void line(StringBuilder text, String name, String plugin, double seconds) {
        line(text, name, plugin, String.format(Locale.ROOT, "%.6f", seconds));
    }

    private static void line(StringBuilder text, String name, String plugin, String value) {
        text.append(name).append("{plugin=\"").append(plugin).append("\"} ");
        text.append(value).append('\n');
    }
}
