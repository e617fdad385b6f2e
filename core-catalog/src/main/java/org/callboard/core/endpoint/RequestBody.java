package org.callboard.core.endpoint;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import org.callboard.core.extension.Attendant;
import org.jspecify.annotations.Nullable;

/** A request's body, read by the request's own thread in portions. */
final class RequestBody extends ServletInputStream {

    /** That of a request without one. */
    static final ServletInputStream EMPTY = new RequestBody();

    private static final int PORTION = 16_384;

    private final @Nullable HttpServletRequest request;
    private final @Nullable Attendant attendant;
    private byte[] portion = new byte[0];
    private int at;
    private long length;
    private boolean ended;

    private RequestBody() {
        this.request = null;
        this.attendant = null;
        this.ended = true;
    }

    RequestBody(HttpServletRequest request, Attendant attendant) {
        this.request = request;
        this.attendant = attendant;
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? portion[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, portion.length - at);
        System.arraycopy(portion, at, target, offset, count);
        at += count;
        return count;
    }

    private boolean hasMore() throws IOException {
        if (at < portion.length) {
            return true;
        }
        if (ended || request == null || attendant == null) {
            return false;
        }
        HttpServletRequest asked = request;
        portion = attendant.ask(() -> next(asked));
        at = 0;
        length += portion.length;
        // whoever asks for more than there is has to be fast enough for the least rate of bodies
        ended = portion.length == 0 || length == asked.getContentLengthLong();
        return portion.length > 0;
    }

    /** On the request's thread. */
    private static byte[] next(HttpServletRequest request) throws IOException {
        byte[] buffer = new byte[PORTION];
        try {
            int count = request.getInputStream().read(buffer);
            return count <= 0 ? new byte[0] : Arrays.copyOf(buffer, count);
        } catch (RuntimeException broken) {
            // a server says unchecked that a body is too slow or broken: it's the client's, not the plugin's
            throw new IOException(broken.getMessage(), broken);
        }
    }

    @Override
    public int available() {
        return portion.length - at;
    }

    @Override
    public boolean isFinished() {
        return ended && at >= portion.length;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("A plugin reads before its method returns.");
    }
}
