package org.callboard.core.http;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/**
 * Lets requests end before the server does. Jetty's own way closes connections that have just been answered, with the next
 * request of a busy client on its way: here each is told that there will be no more.
 */
final class Drain extends Handler.Wrapper {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final AtomicInteger underWay = new AtomicInteger();
    private volatile boolean isOver;

    Drain(Handler handler) {
        super(handler);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        underWay.incrementAndGet();
        Request.addCompletionListener(request, failure -> underWay.decrementAndGet());
        if (!isOver) {
            return super.handle(request, response, callback);
        }
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
        return true;
    }

    /** Takes no more connections or requests; returns when nobody asks any more, or after some seconds. */
    void end(ServerConnector connector) {
        isOver = true;
        connector.close();
        long last = System.nanoTime();
        long end = last + PATIENCE_NANOS;
        for (long now = last; now < end && now - last < QUIET_NANOS; now = System.nanoTime()) {
            if (underWay.get() > 0) {
                last = now;
            } else if (connector.getConnectedEndPoints().isEmpty()) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
