package org.callboard.launcher;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.options;
import static org.ops4j.pax.exam.CoreOptions.systemPackage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;

/** A portal in a real framework within this JVM, with storage and catalog files in a folder of the test's. */
final class FelixPortal implements AutoCloseable {

    private final TestContainer container;
    private final Path folder;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private FelixPortal(TestContainer container, Path folder, int port) {
        this.container = container;
        this.folder = folder;
        this.port = port;
    }

    static FelixPortal start(Path folder) throws IOException {
        int port = freePort();
        Files.createDirectories(folder.resolve("catalog"));
        Files.createDirectories(folder.resolve("system/plugins"));
        for (String plugin : List.of("catalog-api", "web-shell")) {
            Files.copy(jar(plugin), folder.resolve("system/plugins").resolve(plugin + ".jar"));
        }
        Path config = Files.writeString(folder.resolve("callboard.yaml"), """
                server:
                  port: %d
                catalog:
                  locations:
                    - type: file
                      target: catalog
                """.formatted(port));
        List<Option> options = new ArrayList<>(List.of(
                frameworkProperty("org.osgi.framework.bsnversion").value("multiple"),
                frameworkProperty("callboard.home").value(folder.toString()),
                frameworkProperty("callboard.data").value(folder.resolve("data").toString()),
                frameworkProperty("callboard.config").value(config.toString())));
        Arrays.stream(SystemPackages.exports(jar("core-catalog")).split(","))
                .forEach(clause -> options.add(systemPackage(clause)));
        for (String name : List.of(
                "org.osgi.util.function",
                "org.osgi.util.promise",
                "org.osgi.service.component",
                "org.apache.felix.scr",
                "plugin-api",
                "core-catalog")) {
            options.add(bundle(jar(name).toUri().toString()));
        }
        ExamSystem system = PaxExamRuntime.createServerSystem(options(options.toArray(Option[]::new)));
        return new FelixPortal(PaxExamRuntime.createContainer(system).start(), folder, port);
    }

    /** {@return the jar of an artifact, from the test's class path} */
    static Path jar(String artifact) {
        return Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName()
                        .toString()
                        .matches(java.util.regex.Pattern.quote(artifact) + "-[0-9].*\\.jar"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The class path has no jar of " + artifact));
    }

    private static int freePort() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    Path catalog() {
        return folder.resolve("catalog");
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path).GET());
    }

    /** Waits until a path is answered 200: the catalog is filled when the portal has started. */
    void await(String path) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (get(path).statusCode() != 200) {
            assertTrue(System.nanoTime() < end, () -> path + " is not there after 30 s.");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    HttpResponse<String> install(byte[] jar) throws Exception {
        return send(request("/api/plugins")
                .header("Content-Type", "application/java-archive")
                .POST(BodyPublishers.ofByteArray(jar)));
    }

    HttpResponse<String> delete(String path) throws Exception {
        return send(request(path).DELETE());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path) throws IOException {
        String token = Files.readString(folder.resolve("data/admin.token")).strip();
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    @Override
    public void close() {
        container.stop();
    }
}
