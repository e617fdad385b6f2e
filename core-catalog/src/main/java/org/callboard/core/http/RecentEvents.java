package org.callboard.core.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** What was told within the last seconds, for pages that read before they hear. Thread-safe. */
final class RecentEvents {

    static final Duration KEPT = Duration.ofSeconds(10);
    private static final int MOST = 100;

    private final LongSupplier nanos;
    private final Deque<Told> told = new ArrayDeque<>();
    /** Since when all is there. */
    private long since;

    RecentEvents(LongSupplier nanos) {
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    private record Told(long at, Function<EventStream, Optional<byte[]>> message) {}

    /**
     * All of the last time.
     *
     * @param within for how long before now nothing is missing
     * @param messages in their order, what a page may hear of each
     */
    record Recent(Duration within, List<Function<EventStream, Optional<byte[]>>> messages) {

        /** {@return what a page may hear} */
        Stream<byte[]> heardBy(EventStream stream) {
            return messages.stream().flatMap(message -> message.apply(stream).stream());
        }
    }

    synchronized void add(Function<EventStream, Optional<byte[]>> message) {
        forget();
        if (told.size() >= MOST) {
            since = told.remove().at();
        }
        told.add(new Told(nanos.getAsLong(), message));
    }

    synchronized Recent now() {
        forget();
        return new Recent(
                Duration.ofNanos(Math.min(KEPT.toNanos(), nanos.getAsLong() - since)),
                told.stream().map(Told::message).toList());
    }

    private void forget() {
        while (!told.isEmpty() && nanos.getAsLong() - told.peek().at() > KEPT.toNanos()) {
            told.remove();
        }
    }
}
