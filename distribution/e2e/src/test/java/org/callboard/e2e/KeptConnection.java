package org.callboard.e2e;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One connection, used again for each request and never exchanged for another, as good clients would do in silence. */
final class KeptConnection implements AutoCloseable {

    /** It was closed before the request came, since this machine had left it unused for a while. */
    static final int CLOSED = 0;

    private static final int PATIENCE_MILLIS = 30_000;
    private static final Duration UNUSED = Duration.ofMillis(300);

    private final URI portal;
    private final String token;
    private final Socket socket;
    private final DataInputStream in;
    private boolean isLast;
    private long answered = System.nanoTime();

    KeptConnection(URI portal, String token) throws IOException {
        this.portal = portal;
        this.token = token;
        this.socket = new Socket(portal.getHost(), portal.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /** {@return the status of an answer that came to its end, or {@link #CLOSED}} */
    int get(String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: " + portal.getAuthority() + "\r\nAuthorization: Bearer "
                + token + "\r\n\r\n";
        boolean wasUnused = System.nanoTime() - answered > UNUSED.toNanos();
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        if (wasUnused && hasEnded()) {
            isLast = true;
            return CLOSED;
        }
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(java.util.Locale.ROOT);
            isLast |= lower.equals("connection: close");
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            }
        }
        if (length >= 0) {
            in.skipNBytes(length);
        } else {
            skipChunks();
        }
        answered = System.nanoTime();
        return status;
    }

    /** A server may close a connection that nobody uses, whatever is on its way at that moment. */
    private boolean hasEnded() throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        return first < 0;
    }

    private void skipChunks() throws IOException {
        int size;
        do {
            size = Integer.parseInt(line(), 16);
            in.skipNBytes(size);
            in.skipNBytes(2);
        } while (size > 0);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection ended within an answer, after: " + line);
            }
            line.append((char) next);
        }
        return line.toString().stripTrailing();
    }

    /** {@return whether the portal said that it takes no more requests on it} */
    boolean isLast() {
        return isLast;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
