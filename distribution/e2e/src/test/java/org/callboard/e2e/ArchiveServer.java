package org.callboard.e2e;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A code host on this machine: repositories as archives, addressed as Gitea has them. */
final class ArchiveServer implements AutoCloseable {

    private final LocalServer server = LocalServer.at("/", this::answer);
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private String commit = "";

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] answer = answers.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(answer == null ? 404 : 200, answer == null ? -1 : answer.length);
            if (answer != null) {
                exchange.getResponseBody().write(answer);
            }
        }
    }

    /** Answers a file of a repository as it is. */
    ArchiveServer raw(String path, String text) {
        answers.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Has repositories that come from now on be of a commit. */
    ArchiveServer commit(String id) {
        commit = id;
        return this;
    }

    /** Has a repository, of which these are the files at a version. */
    ArchiveServer repository(String path, String version, Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment(commit);
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry("repository/" + file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        answers.put(path + "/archive/" + version + ".zip", bytes.toByteArray());
        return this;
    }

    /** Has a repository no more. */
    void forget(String path) {
        answers.keySet().removeIf(answer -> answer.startsWith(path + "/"));
    }

    /** {@return its host and port} */
    String host() {
        return server.host();
    }

    @Override
    public void close() {
        server.close();
    }
}
