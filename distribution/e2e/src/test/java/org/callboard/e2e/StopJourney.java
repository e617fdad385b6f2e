package org.callboard.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portal is stopped while others work with it. */
class StopJourney {

    private static final String ID = "e2e-busy";
    private static final List<String> PATHS = List.of(
            "/api/" + ID + "/word",
            "/api/" + ID + "/slow",
            "/api/catalog/entities/by-query?filter=kind=component&limit=20",
            "/api/web-shell/cards?entity=component:default/booking-service",
            "/api/plugins");
    private static final int CONNECTIONS_EACH = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern FAILURE = Pattern.compile("(?m)^[\\d:.]+ (WARN|ERROR) .*|^\tat .*");

    private final Map<Integer, AtomicInteger> answers =
            Map.of(200, new AtomicInteger(), 503, new AtomicInteger(), KeptConnection.CLOSED, new AtomicInteger());
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    @Test
    void answersEveryRequestThatItHasTaken(@TempDir Path root) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try (PortalProcess portal = PortalProcess.start(PortalFolder.in(root))) {
            portal.filled().install(Plugins.rest(ID, "1.0.0")).expect(201);
            String before = portal.errors();
            CompletableFuture<Answer> page = portal.administrator().getLater("/api/events");
            List<Future<?>> load = new ArrayList<>();
            for (int connection = 0; connection < CONNECTIONS_EACH * PATHS.size(); connection++) {
                String path = PATHS.get(connection % PATHS.size());
                load.add(threads.submit(
                        () -> ask(portal.address(), portal.folder().token(), path)));
            }
            Eventually.holds("constant load", PATIENCE, () -> answers.get(200).get() > 300);
            portal.stop();
            for (Future<?> connection : load) {
                connection.get();
            }
            assertEquals(List.of(), List.copyOf(failures));
            assertTrue(page.join().text().contains("event: hello"), "An open page hears the end of its stream.");
            String written = portal.errors().substring(before.length());
            assertEquals(
                    List.of(),
                    FAILURE.matcher(written).results().map(line -> line.group()).toList());
            System.out.println("Answered before and during the stop: " + answers);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Goes on until the portal says that it takes no more. */
    private void ask(URI portal, String token, String path) {
        try (KeptConnection connection = new KeptConnection(portal, token)) {
            while (!connection.isLast()) {
                int status = connection.get(path);
                AtomicInteger count = answers.get(status);
                if (count == null) {
                    failures.add(path + " answered " + status);
                    return;
                }
                count.incrementAndGet();
            }
        } catch (IOException failure) {
            failures.add(path + ": " + new UncheckedIOException(failure));
        }
    }
}
