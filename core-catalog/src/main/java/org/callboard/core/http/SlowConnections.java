package org.callboard.core.http;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections on which the head of a request comes so slowly that it is on its way at three looks in a row: each byte
 * of it puts off the time at which an idle connection is closed. Bodies have a rate of their own.
 */
final class SlowConnections {

    private static final int LOOKS = 3;

    private final Supplier<Collection<EndPoint>> connections;
    private final LongAdder closed = new LongAdder();
    private Map<EndPoint, Seen> seen = Map.of();

    /** Looks at these. */
    SlowConnections(Supplier<Collection<EndPoint>> connections) {
        this.connections = connections;
    }

    /** What a connection had brought, and at how many looks it had nothing but a part of a head since. */
    private record Seen(long requests, long bytes, int looks) {}

    /** Looks once. */
    void check() {
        Map<EndPoint, Seen> now = new HashMap<>();
        for (EndPoint endPoint : connections.get()) {
            Seen state = state(endPoint.getConnection(), seen.get(endPoint));
            if (state.looks() >= LOOKS) {
                closed.increment();
                endPoint.close();
            } else {
                now.put(endPoint, state);
            }
        }
        seen = now;
    }

    private static Seen state(Connection outer, @Nullable Seen before) {
        Connection http =
                outer instanceof SslConnection secure ? secure.getSslEndPoint().getConnection() : outer;
        long requests = http.getMessagesIn();
        long bytes = outer.getBytesIn();
        boolean isAtRest = requests == http.getMessagesOut();
        if (before == null || !isAtRest || requests != before.requests() || bytes == before.bytes()) {
            return new Seen(requests, bytes, 0);
        }
        return new Seen(requests, bytes, before.looks() + 1);
    }

    /** {@return how many have been closed} */
    long closed() {
        return closed.sum();
    }
}
