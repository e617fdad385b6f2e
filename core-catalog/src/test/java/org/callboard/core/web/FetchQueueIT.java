package org.callboard.core.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.core.db.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies with real threads over real servers, one of which is slow. */
class FetchQueueIT {

    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch four = new CountDownLatch(4);
    private LocalServer server;
    private Reading reading;
    private Database database;
    private WebCopies copies;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        server = new LocalServer().page("/quick", "200 OK", "", "q: 1");
        for (int i = 0; i < 20; i++) {
            server.page("/slow" + i, (request, out) -> {
                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                four.countDown();
                released.await();
                atOnce.decrementAndGet();
                LocalServer.answer("200 OK", "", "s: 1").answer(request, out);
            });
        }
        reading = new Reading().allow("slow.example.com:" + server.port()).allow("quick.example.com:" + server.port());
        reading.names().name("slow.example.com", "127.0.0.1").name("quick.example.com", "127.0.0.1");
        database = new Database(folder);
        copies = new WebCopies(
                new CopyRows(database),
                reading.rules(),
                new Schedule(Duration.ofMinutes(2), Clock.systemUTC(), new Random()),
                reading.client(),
                new FetchThreads(),
                () -> {});
    }

    @AfterEach
    void close() {
        released.countDown();
        copies.close();
        database.close();
        server.close();
    }

    private static void await(CompletableFuture<Void> fetch) throws Exception {
        fetch.get(60, TimeUnit.SECONDS);
    }

    @Test
    void aSlowHostHoldsUpNoneButItself() throws Exception {
        List<CompletableFuture<Void>> slow = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            slow.add(copies.refresh(server.url("slow.example.com", "/slow" + i)));
        }
        assertTrue(four.await(60, TimeUnit.SECONDS));
        String quick = server.url("quick.example.com", "/quick");
        await(copies.refresh(quick));
        assertEquals("q: 1", new String(copies.read(quick), StandardCharsets.UTF_8));
        assertTrue(slow.stream().noneMatch(CompletableFuture::isDone));
        released.countDown();
        for (CompletableFuture<Void> fetch : slow) {
            await(fetch);
        }
        assertEquals(4, most.get());
        assertEquals(
                "s: 1", new String(copies.read(server.url("slow.example.com", "/slow19")), StandardCharsets.UTF_8));
    }

    @Test
    void whoClosesWaitsForNobodyAndLeavesNoThread() throws Exception {
        CompletableFuture<Void> slow = copies.refresh(server.url("slow.example.com", "/slow1"));
        CompletableFuture<Void> waiting = slow;
        for (int i = 2; i < 20; i++) {
            waiting = copies.refresh(server.url("slow.example.com", "/slow" + i));
        }
        assertTrue(four.await(60, TimeUnit.SECONDS));
        copies.close();
        await(slow);
        await(waiting);
        for (Thread thread : LocalServer.threads("web-")) {
            thread.join(60_000);
        }
        assertEquals(List.of(), LocalServer.threads("web-"));
    }
}
