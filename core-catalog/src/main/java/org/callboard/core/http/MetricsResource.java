package org.callboard.core.http;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.callboard.api.plugins.PluginLoad;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.lifecycle.ActiveRevisions;

/**
 * What the portal counts, in Prometheus' text format 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/).
 */
final class MetricsResource implements CoreResource {

    private final PluginEntries entries;
    private final ActiveRevisions plugins;

    MetricsResource(PluginEntries entries, ActiveRevisions plugins) {
        this.entries = entries;
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
        Text text = new Text(new StringBuilder(8_000), loads());
        requests(text);
        calls(text);
        threads(text);
        jvm(text);
        exchange.text(
                200, "text/plain; version=0.0.4; charset=utf-8", text.out().toString());
    }

    private Map<String, PluginLoad> loads() {
        Map<String, PluginLoad> loads = new TreeMap<>();
        plugins.all().forEach(revision -> {
            String plugin = revision.name().plugin();
            entries.load(plugin).ifPresent(load -> loads.put(plugin, load));
        });
        return loads;
    }

    private static void requests(Text text) {
        text.counter("callboard_plugin_requests_total", "Requests on a plugin's paths.", PluginLoad::requests);
        text.counter("callboard_plugin_request_errors_total", "Of these, answered with a 5xx.", PluginLoad::errors);
        String seconds = "callboard_plugin_request_seconds";
        text.type(seconds, "summary", "Time spent on them.");
        text.loads().forEach((plugin, load) -> {
            text.line(
                    seconds, plugin, ",quantile=\"0.5\"", seconds(load.latency().p50()));
            text.line(
                    seconds,
                    plugin,
                    ",quantile=\"0.99\"",
                    seconds(load.latency().p99()));
            text.line(seconds + "_sum", plugin, "", seconds(load.latency().sum()));
            text.line(seconds + "_count", plugin, "", Long.toString(load.requests()));
        });
    }

    private static void calls(Text text) {
        text.counter("callboard_plugin_calls_total", "Times that a plugin's code was entered.", PluginLoad::calls);
        text.counter("callboard_plugin_call_failures_total", "Of these, failed.", PluginLoad::failures);
        String cpu = "callboard_plugin_cpu_seconds_total";
        text.type(cpu, "counter", "Processor time of these calls.");
        text.loads().forEach((plugin, load) -> text.line(cpu, plugin, "", seconds(load.cpu())));
        text.counter("callboard_plugin_allocated_bytes_total", "Memory they allocated.", PluginLoad::allocatedBytes);
        text.counter("callboard_plugin_sql_statements_total", "SQL statements they ran.", PluginLoad::statements);
    }

    private static void threads(Text text) {
        text.gauge("callboard_plugin_calls_running", "Calls under way on a plugin's threads.", PluginLoad::running);
        text.gauge("callboard_plugin_threads", "A plugin's threads, its own included.", PluginLoad::threads);
        text.gauge(
                "callboard_plugin_threads_stuck",
                "Calls past their deadline that have not ended.",
                load -> load.stuck().size());
    }

    private static void jvm(Text text) {
        Runtime runtime = Runtime.getRuntime();
        text.type("jvm_memory_heap_used_bytes", "gauge", "Heap in use.");
        text.out()
                .append("jvm_memory_heap_used_bytes ")
                .append(runtime.totalMemory() - runtime.freeMemory())
                .append('\n');
        text.type("jvm_threads_current", "gauge", "Live threads.");
        text.out()
                .append("jvm_threads_current ")
                .append(ManagementFactory.getThreadMXBean().getThreadCount())
                .append('\n');
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.6f", duration.toNanos() / 1e9);
    }

    /** The text in the making, and the figures it is made of. */
    private record Text(StringBuilder out, Map<String, PluginLoad> loads) {

        void counter(String name, String help, ToLongFunction<PluginLoad> figure) {
            figures(name, "counter", help, figure);
        }

        void gauge(String name, String help, ToLongFunction<PluginLoad> figure) {
            figures(name, "gauge", help, figure);
        }

        private void figures(String name, String type, String help, ToLongFunction<PluginLoad> figure) {
            type(name, type, help);
            loads.forEach((plugin, load) -> line(name, plugin, "", Long.toString(figure.applyAsLong(load))));
        }

        void type(String name, String type, String help) {
            out.append("# HELP ").append(name).append(' ').append(help).append('\n');
            out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        }

        void line(String name, String plugin, String labels, String value) {
            out.append(name).append("{plugin=\"").append(plugin).append('"').append(labels);
            out.append("} ").append(value).append('\n');
        }
    }
}
