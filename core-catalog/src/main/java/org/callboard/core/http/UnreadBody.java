package org.callboard.core.http;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What nobody has read of a request that is refused. A connection that is closed over it is reset, and the answer is lost: a
 * client that is still sending would hear that the connection broke, in place of why it was refused.
 */
final class UnreadBody {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadBody.class);
    private static final long MOST_BYTES = 64L << 20;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private UnreadBody() {}

    /** {@return whether there may be any} */
    static boolean isPossible(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Sends the answer, which is whole, and takes what still comes, for a while: who waits to be told to go on sends nothing. */
    static void discard(HttpServletRequest request, HttpServletResponse response) {
        if (!isPossible(request)) {
            return;
        }
        try {
            response.flushBuffer();
            discard(request.getInputStream());
        } catch (IOException | RuntimeException over) {
            LOG.debug("The client had no more to say", over);
        }
    }

    private static void discard(ServletInputStream body) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long left = MOST_BYTES;
        long begin = System.nanoTime();
        long last = begin;
        long now = begin;
        while (!body.isFinished() && left > 0 && now - begin < PATIENCE_NANOS && now - last < QUIET_NANOS) {
            if (body.available() > 0) {
                left -= body.read(buffer);
                last = System.nanoTime();
            } else if (!body.isFinished()) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            now = System.nanoTime();
        }
    }
}
