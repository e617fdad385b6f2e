package org.callboard.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.catalog.CatalogListener;
import org.callboard.api.model.EntityRef;
import org.callboard.api.plugins.PluginInfo.Role;
import org.callboard.core.extension.ActiveExtension;
import org.callboard.core.extension.ActiveExtension.RevisionName;
import org.callboard.core.extension.ForeignCall;
import org.callboard.core.extension.PluginEntries;
import org.callboard.core.extension.PluginLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogListenersTest {

    private static final EntityRef SHOP = EntityRef.parse("component:default/shop");

    private final PluginEntries entries = new PluginEntries(PluginLimits.DEFAULT, 8);
    private final List<ForeignCall> opened = new ArrayList<>();
    private final CatalogListeners listeners = new CatalogListeners();
    private final BlockingQueue<CatalogEvent> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch release = new CountDownLatch(1);

    @AfterEach
    void close() {
        release.countDown();
        listeners.close();
        opened.forEach(ForeignCall::close);
    }

    private void listen(String plugin, CatalogListener listener) {
        RevisionName name = new RevisionName(plugin, "1.0.0", "sha256:00");
        ForeignCall entry = entries.open(name, Role.OPTIONAL, getClass().getClassLoader());
        opened.add(entry);
        listeners.add(
                name, Stream.of(new ActiveExtension<>(name, CatalogListener.class, "ear", "Ear", listener, entry)));
    }

    private static List<CatalogEvent> events(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(number -> new CatalogEvent(number, CatalogEvent.Change.UPDATED, SHOP))
                .toList();
    }

    private long next() throws InterruptedException {
        CatalogEvent event = heard.poll(20, TimeUnit.SECONDS);
        assertTrue(event != null, "It was told nothing.");
        return event.number();
    }

    private void hears(long first, long last) throws InterruptedException {
        for (long number = first; number <= last; number++) {
            assertEquals(number, next());
        }
    }

    private CountDownLatch listenAndHang(String plugin) {
        CountDownLatch hangs = new CountDownLatch(1);
        listen(plugin, events -> {
            hangs.countDown();
            try {
                release.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        return hangs;
    }

    @Test
    void tellsAllInOrder() throws InterruptedException {
        listen("good", heard::addAll);
        listeners.tell(events(1, 3));
        listeners.tell(events(4, 4_000));
        hears(1, 4_000);
        listeners.tell(events(4_001, 4_001));
        hears(4_001, 4_001);
    }

    @Test
    void tellsTheOthersWhileSomeHangOrThrow() throws InterruptedException {
        listen("cross", events -> {
            throw new AssertionError("leave me alone");
        });
        CountDownLatch hangs = listenAndHang("deaf");
        listen("good", heard::addAll);
        listeners.tell(events(1, 1));
        hangs.await();
        hears(1, 1);
        listeners.tell(events(2, 2));
        hears(2, 2);
        assertEquals(1, release.getCount(), "It hung no longer.");
    }

    @Test
    void countsWhatAListenerMissesThatStaysBehind() throws InterruptedException {
        CountDownLatch hangs = listenAndHang("deaf");
        listeners.tell(events(1, 1));
        hangs.await();
        listeners.tell(events(2, 10_001));
        assertEquals(0, entries.load("deaf").orElseThrow().missedEvents());
        listeners.tell(events(10_002, 12_003));
        assertEquals(2_002, entries.load("deaf").orElseThrow().missedEvents());
    }

    @Test
    void aListenerThatBringsAboutWhatItHearsOfGoesRoundAtAPace() throws InterruptedException {
        BlockingQueue<Long> times = new LinkedBlockingQueue<>();
        listen("echo", events -> {
            times.add(System.nanoTime());
            listeners.tell(events(events.get(0).number() + 1, events.get(0).number() + 1));
        });
        listeners.tell(events(1, 1));
        Long before = times.poll(20, TimeUnit.SECONDS);
        for (int round = 0; round < 3; round++) {
            Long now = times.poll(20, TimeUnit.SECONDS);
            assertTrue(before != null && now != null, "It was told nothing.");
            assertTrue(now - before >= Duration.ofMillis(90).toNanos(), () -> "not even a pause between them");
            before = now;
        }
    }
}
