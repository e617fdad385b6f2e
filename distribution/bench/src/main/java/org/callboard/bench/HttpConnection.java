package org.callboard.bench;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One kept-alive connection that costs as little as it can, as load and portal share the processors. It reads answers to
 * their end and keeps nothing of them.
 */
final class HttpConnection implements Closeable {

    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int end;

    HttpConnection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = socket.getInputStream();
    }

    /**
     * What came back.
     *
     * @param status the HTTP status
     * @param length how many bytes the body had
     */
    record Answer(int status, long length) {}

    /** Sends a request and reads the whole answer. */
    Answer exchange(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        String[] head = readHead();
        int status = Integer.parseInt(head[0].substring(9, 12));
        for (String header : head) {
            if (header.startsWith("content-length:")) {
                long length = Long.parseLong(header.substring(15).trim());
                skip(length);
                return new Answer(status, length);
            }
            if (header.startsWith("transfer-encoding:") && header.endsWith("chunked")) {
                return new Answer(status, skipChunks());
            }
        }
        return new Answer(status, 0);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String[] readHead() throws IOException {
        StringBuilder head = new StringBuilder(512);
        String line = readLine();
        while (!line.isEmpty()) {
            head.append(line.toLowerCase(Locale.ROOT)).append('\n');
            line = readLine();
        }
        return head.toString().split("\n", -1);
    }

    private String readLine() throws IOException {
        int from = position;
        int scanned = position;
        while (true) {
            if (scanned == end) {
                int kept = end - from;
                System.arraycopy(buffer, from, buffer, 0, kept);
                from = 0;
                scanned = kept;
                end = kept + read(kept);
            }
            if (buffer[scanned++] == '\n') {
                position = scanned;
                return new String(buffer, from, scanned - from, StandardCharsets.ISO_8859_1).stripTrailing();
            }
        }
    }

    private long skipChunks() throws IOException {
        long total = 0;
        long size = chunkSize();
        while (size > 0) {
            skip(size);
            total += size;
            readLine();
            size = chunkSize();
        }
        readLine();
        return total;
    }

    private long chunkSize() throws IOException {
        return Long.parseLong(Arrays.asList(readLine().split(";", 2)).get(0), 16);
    }

    private void skip(long bytes) throws IOException {
        long left = bytes - (end - position);
        position = (int) Math.min(end, position + bytes);
        while (left > 0) {
            end = read(0);
            position = (int) Math.min(end, left);
            left -= end;
        }
    }

    private int read(int from) throws IOException {
        if (from == buffer.length) {
            throw new IOException("A line of the answer's head is longer than " + buffer.length + " bytes");
        }
        int count = in.read(buffer, from, buffer.length - from);
        if (count < 0) {
            throw new EOFException("The connection was closed within an answer");
        }
        return count;
    }
}
