package org.callboard.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A running portal. */
final class Portal implements AutoCloseable {

    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final ServerProcess process;
    private final Path storage;
    private final int port;
    private final Duration untilReady;
    private final HttpClient client = HttpClient.newHttpClient();

    private Portal(ServerProcess process, Path storage) throws IOException, InterruptedException {
        this.process = process;
        this.storage = storage;
        this.port = process.port();
        this.untilReady = awaitReady();
    }

    /**
     * Starts a portal and waits until it is ready.
     *
     * @param folder has its configuration, its log and its storage; a folder that is new makes it a fresh start
     * @param catalog the target of the catalog's one location
     */
    static Portal start(Path home, Path folder, String catalog) throws IOException, InterruptedException {
        return start(home, folder, catalog, "");
    }

    /** Starts one likewise, with more in its configuration. */
    static Portal start(Path home, Path folder, String catalog, String more) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path storage = folder.resolve("data");
        Path config = folder.resolve("callboard.yaml");
        Files.writeString(config, """
                server:
                  host: 127.0.0.1
                  port: 7007
                storage:
                  dir: "%s"
                catalog:
                  rules:
                    - allow: [Component, API, Resource, System, Domain, Group, User, Location, Template]
                  locations:
                    - type: file
                      target: "%s"
                """.formatted(storage, catalog) + more);
        String command = home.resolve("bin").resolve("callboard").toString();
        ServerProcess process = new ServerProcess(
                List.of(command, "start", "--config", config.toString(), "--port", "0"),
                folder.resolve("portal.log"),
                run(folder));
        return new Portal(process, storage);
    }

    /** {@return what the portals of folders that are side by side share: they are of one installation} */
    static Path run(Path folder) {
        return folder.resolveSibling("run");
    }

    int port() {
        return port;
    }

    /** {@return the time from the start of the process to the first 200 of its readiness} */
    Duration untilReady() {
        return untilReady;
    }

    /** {@return how long the process has been there} */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - process.begin());
    }

    ProcessFigures figures() {
        return new ProcessFigures(process.pid());
    }

    String token() throws IOException {
        return Files.readString(storage.resolve("admin.token")).trim();
    }

    HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofByteArray());
    }

    /** {@return the body as text, of a call that must succeed} */
    byte[] body(Call call) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(call.path());
        if (call.body() != null) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(call.body()));
        }
        HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(call.path() + " answered " + response.statusCode() + ": "
                    + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response.body();
    }

    String text(Call call) throws IOException, InterruptedException {
        return new String(body(call), StandardCharsets.UTF_8);
    }

    HttpResponse<byte[]> postJar(String path, Path jar) throws IOException, InterruptedException {
        HttpRequest request = request(path)
                .header("Content-Type", "application/java-archive")
                .POST(BodyPublishers.ofFile(jar))
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    @Override
    public void close() throws IOException {
        process.close();
    }

    private HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token());
    }

    private Duration awaitReady() throws IOException, InterruptedException {
        byte[] request = Call.get("/health/ready").bytes(port, "");
        while (age().toNanos() < PATIENCE_NANOS) {
            try (HttpConnection connection = new HttpConnection(port)) {
                if (connection.exchange(request).status() == 200) {
                    return age();
                }
            } catch (ConnectException notYet) {
                // it prints its address a little before it listens
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        String reasons = new String(get("/health/ready").body(), StandardCharsets.UTF_8);
        close();
        throw new IOException("The portal was not ready within 60 s: " + reasons);
    }
}
