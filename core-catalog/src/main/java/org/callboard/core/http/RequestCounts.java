package org.callboard.core.http;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** Counts what each plugin answers. */
final class RequestCounts {

    private final Map<String, Counts> byPlugin = new ConcurrentSkipListMap<>();

    /** The counts of one plugin since the portal started. */
    record Counts(LongAdder requests, LongAdder errors, LongAdder nanos) {}

    void count(String plugin, int status, long nanos) {
        Counts counts = byPlugin.get(plugin);
        if (counts == null) {
            counts = byPlugin.computeIfAbsent(
                    plugin, any -> new Counts(new LongAdder(), new LongAdder(), new LongAdder()));
        }
        counts.requests().increment();
        counts.nanos().add(nanos);
        if (status >= 500) {
            counts.errors().increment();
        }
    }

    void each(BiConsumer<String, Counts> reader) {
        byPlugin.forEach(reader);
    }
}
