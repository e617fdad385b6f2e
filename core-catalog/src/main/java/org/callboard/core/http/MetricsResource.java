package org.callboard.core.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.callboard.api.plugins.PluginLoad;
import org.callboard.api.security.Permission;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.revision.ActiveRevisions;

/**
 * What the portal counts, in Prometheus' text format 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/).
 */
final class MetricsResource implements CoreResource {

    private final PluginEntries entries;
    private final ActiveRevisions plugins;
    private final List<Figure> own;

    /** Tells what plugins cost, and numbers of the portal's own. */
    MetricsResource(PluginEntries entries, ActiveRevisions plugins, List<Figure> own) {
        this.entries = entries;
        this.plugins = plugins;
        this.own = List.copyOf(own);
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
        if (exchange.caller() != null) {
            exchange.allowed(Permission.METRICS_READ);
        }
        if (!exchange.is("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        Text text = new Text(new StringBuilder(8_000), loads());
        requests(text);
        calls(text);
        traces(text);
        threads(text);
        own.forEach(text::figure);
        jvm().forEach(text::figure);
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
        text.seconds("callboard_plugin_cpu_seconds_total", "Processor time of these calls.", PluginLoad::cpu);
        text.counter("callboard_plugin_allocated_bytes_total", "Memory they allocated.", PluginLoad::allocatedBytes);
    }

    private static void traces(Text text) {
        text.counter("callboard_plugin_sql_statements_total", "SQL statements for a plugin.", PluginLoad::statements);
        text.seconds("callboard_plugin_sql_seconds_total", "Time that they took.", PluginLoad::statementTime);
        text.counter(
                "callboard_plugin_log_lines_total",
                "Lines that a plugin logged.",
                load -> load.lines().all());
        text.counter(
                "callboard_plugin_log_warnings_total",
                "Of these, warnings.",
                load -> load.lines().warnings());
        text.counter(
                "callboard_plugin_log_errors_total",
                "Of these, errors.",
                load -> load.lines().errors());
        text.counter("callboard_plugin_problems_total", "Problems its processors found.", PluginLoad::problems);
        text.counter(
                "callboard_plugin_missed_events_total",
                "Events its listeners were not told of: too many waited.",
                PluginLoad::missedEvents);
    }

    private static void threads(Text text) {
        text.gauge("callboard_plugin_calls_running", "Calls under way on a plugin's threads.", PluginLoad::running);
        text.gauge("callboard_plugin_threads", "A plugin's threads, its own included.", PluginLoad::threads);
        text.gauge(
                "callboard_plugin_threads_stuck",
                "Calls past their deadline that have not ended.",
                load -> load.stuck().size());
    }

    private static List<Figure> jvm() {
        return List.of(
                Figure.gauge("jvm_memory_heap_used_bytes", "Heap in use.", ProcessFigures::heapUsed),
                Figure.gauge("jvm_memory_heap_max_bytes", "What it may grow to.", ProcessFigures::heapMost),
                Figure.gauge("jvm_threads_current", "Live threads.", ProcessFigures::threads));
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

        void seconds(String name, String help, Function<PluginLoad, Duration> figure) {
            type(name, "counter", help);
            loads.forEach((plugin, load) -> line(name, plugin, "", MetricsResource.seconds(figure.apply(load))));
        }

        private void figures(String name, String type, String help, ToLongFunction<PluginLoad> figure) {
            type(name, type, help);
            loads.forEach((plugin, load) -> line(name, plugin, "", Long.toString(figure.applyAsLong(load))));
        }

        void figure(Figure figure) {
            type(figure.name(), figure.type(), figure.help());
            out.append(figure.name())
                    .append(' ')
                    .append(figure.value().getAsLong())
                    .append('\n');
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
