package org.callboard.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Listens to the portal's events as one who does nothing else: when a plugin's new version is first told of. */
final class EventWatch implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final String name;
    private final BufferedReader lines;
    private final BlockingQueue<Told> told = new ArrayBlockingQueue<>(1_000);
    private final Thread reader = new Thread(this::read, "events");

    private record Told(String data, double millis) {}

    /** Listens to the events of a name. */
    EventWatch(Portal portal, String name) throws IOException, InterruptedException {
        this.name = "event: " + name;
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + portal.port() + "/api/events"))
                .header("Authorization", "Bearer " + portal.token())
                .build();
        lines = new BufferedReader(new InputStreamReader(
                HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofInputStream())
                        .body(),
                StandardCharsets.UTF_8));
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try {
            String event = "";
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith("event: ")) {
                    event = line;
                } else if (line.startsWith("data: ") && event.equals(name)) {
                    Instant now = Instant.now();
                    told.put(new Told(line, now.getEpochSecond() * 1e3 + now.getNano() / 1e6));
                }
                line = lines.readLine();
            }
        } catch (IOException closed) {
            // whoever still waits is told by the time that passes
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@return when this version was told of, in milliseconds since 1970} */
    double when(String version) throws IOException, InterruptedException {
        Told next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        while (next != null && !next.data().contains("\"" + version + "\"")) {
            next = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        if (next == null) {
            throw new IOException("No event told of version " + version + ".");
        }
        return next.millis();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
