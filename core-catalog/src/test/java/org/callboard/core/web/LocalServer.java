package org.callboard.core.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ServerSocketFactory;

/** A server on 127.0.0.1 that says byte for byte what it is told to, which a proper one would refuse to. */
final class LocalServer implements AutoCloseable {

    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** What it was asked. */
    record Request(String path, Map<String, String> headers) {

        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /** What it says. */
    @FunctionalInterface
    interface Page {
        void answer(Request request, OutputStream out) throws Exception;
    }

    LocalServer() throws IOException {
        this(ServerSocketFactory.getDefault());
    }

    LocalServer(ServerSocketFactory sockets) throws IOException {
        this.listening = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    LocalServer page(String path, Page page) {
        pages.put(path, page);
        return this;
    }

    LocalServer page(String path, String status, String headers, String body) {
        return page(path, answer(status, headers, body));
    }

    /** Headers are separated by newlines. */
    static Page answer(String status, String headers, String body) {
        return (request, out) -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String lines = headers.isEmpty() ? "" : headers.replace("\n", "\r\n") + "\r\n";
            out.write(ascii("HTTP/1.1 " + status + "\r\nContent-Length: " + bytes.length + "\r\n" + lines + "\r\n"));
            out.write(bytes);
        };
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** {@return the threads whose names start so} */
    static List<Thread> threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(name))
                .toList();
    }

    int port() {
        return listening.getLocalPort();
    }

    String url(String path) {
        return url("127.0.0.1", path);
    }

    String url(String host, String path) {
        return "http://" + host + ":" + port() + path;
    }

    List<Request> requests() {
        return requests;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException | RejectedExecutionException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Request request = request(socket);
            requests.add(request);
            Page page = pages.getOrDefault(request.path(), answer("404 Not Found", "", ""));
            page.answer(request, socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (Exception hungUp) {
            // whoever asked wants no more
        }
    }

    private static Request request(Socket socket) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String first = in.readLine();
        if (first == null) {
            throw new IOException("no request");
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Request(first.split(" ", -1)[1], headers);
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        threads.shutdownNow();
    }
}
