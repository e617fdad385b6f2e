package org.callboard.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sends bytes as they are, for what no decent client would send. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 2_000;
    private static final String END_OF_HEAD = "\r\n\r\n";

    private final int port;
    private final InetAddress from;

    RawHttp(int port) {
        this(port, InetAddress.getLoopbackAddress());
    }

    private RawHttp(int port, InetAddress from) {
        this.port = port;
        this.from = from;
    }

    /** {@return one that connects from another of this machine's own addresses} */
    RawHttp from(String address) throws IOException {
        return new RawHttp(port, InetAddress.getByName(address));
    }

    /** {@return a connection} */
    Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port, from, 0);
    }

    /**
     * Sends a request line and headers.
     *
     * @param target exactly as it shall stand in the request
     */
    Answer send(String method, String target, String... headers) throws IOException {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
        if (List.of(headers).stream().noneMatch(header -> header.startsWith("Host:"))) {
            head.append("Host: 127.0.0.1\r\n");
        }
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return send((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes and then no more. {@return the first answer; status 0 where the connection was closed without one} */
    Answer send(byte[] bytes) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            try {
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
            } catch (SocketException refused) {
                // the portal may answer and hang up before it has read everything
            }
            return parse(readAll(socket.getInputStream()));
        }
    }

    /**
     * Sends bytes in two parts, the second once the first was answered.
     *
     * @return what came before the second part, and what came after it
     */
    List<String> exchange(String first, String second) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(first.getBytes(StandardCharsets.ISO_8859_1));
            byte[] buffer = new byte[8_192];
            int read = Math.max(0, socket.getInputStream().read(buffer));
            String before = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
            try {
                out.write(second.getBytes(StandardCharsets.ISO_8859_1));
            } catch (SocketException closed) {
                return List.of(before, "");
            }
            return List.of(before, new String(readAll(socket.getInputStream()), StandardCharsets.ISO_8859_1));
        }
    }

    private static byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8_192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                all.write(buffer, 0, read);
            }
        } catch (SocketException | SocketTimeoutException over) {
            // what came so far is the answer
        }
        return all.toByteArray();
    }

    private static Answer parse(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf(END_OF_HEAD);
        if (!text.startsWith("HTTP/1.") || end < 0) {
            return new Answer(0, HttpHeaders.of(Map.of(), (name, value) -> true), text);
        }
        String[] lines = text.substring(0, end).split("\r\n", -1);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            headers.computeIfAbsent(lines[i].substring(0, colon), any -> new ArrayList<>())
                    .add(lines[i].substring(colon + 1).strip());
        }
        String body = text.substring(end + END_OF_HEAD.length());
        return new Answer(
                Integer.parseInt(lines[0].substring(9, 12)), HttpHeaders.of(headers, (name, value) -> true), body);
    }
}
