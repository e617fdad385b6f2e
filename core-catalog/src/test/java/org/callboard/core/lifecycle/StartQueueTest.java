package org.callboard.core.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.api.plugins.Diagnosis;
import org.callboard.api.plugins.PluginState;
import org.callboard.core.archive.RefusedException;
import org.callboard.core.config.StartTries;
import org.callboard.core.pluginstore.PluginStore.Desired;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class StartQueueTest {

    private static final Diagnosis WHY = new Diagnosis("It failed.", "No luck.", "Try again.");

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();

    @AutoClose
    private final StartQueue queue = new StartQueue(new StartTries(3, Duration.ofMillis(1)), new Recording());

    private final class Recording implements StartListener {

        @Override
        public void starting(Desired plugin) {
            heard.add("starting " + plugin.id());
        }

        @Override
        public void settled(String id) {
            heard.add("settled " + id);
        }

        @Override
        public void failed(String id, RefusedException refused) {
            heard.add("failed " + id);
        }

        @Override
        public void quarantined(String id, RefusedException refused) {
            heard.add("quarantined " + id);
        }

        @Override
        public void leftOff(Desired plugin, Diagnosis why) {
            heard.add("left off " + plugin.id());
        }
    }

    private static RefusedException refused(PluginState state) {
        return new RefusedException(WHY, state, null);
    }

    private void add(String id, Runnable start) {
        CompletableFuture<Void> unused = queue.add(new Desired(id, "sha256:" + id), start);
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void triesThreeTimesWhatFailsAndThenNoMore() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        add("cost", () -> {
            tries.incrementAndGet();
            throw refused(PluginState.FAILED);
        });
        assertEquals(
                List.of("starting cost", "failed cost", "failed cost", "quarantined cost"),
                List.of(next(), next(), next(), next()));
        assertEquals(3, tries.get());
    }

    @Test
    void takesWhatThePortalItselfFailsAtAsAFailure() throws InterruptedException {
        add("cost", () -> {
            throw new StackOverflowError();
        });
        assertEquals(
                List.of("starting cost", "failed cost", "failed cost", "quarantined cost"),
                List.of(next(), next(), next(), next()));
    }

    @Test
    void isContentWithASecondTryThatGoesWell() throws InterruptedException {
        AtomicInteger tries = new AtomicInteger();
        add("cost", () -> {
            if (tries.incrementAndGet() == 1) {
                throw refused(PluginState.FAILED);
            }
        });
        assertEquals(List.of("starting cost", "failed cost", "settled cost"), List.of(next(), next(), next()));
    }

    /** Each needs the one before it, and they come in the worst order. */
    @Test
    void resolvesAChainWhateverTheOrder() throws InterruptedException {
        Map<String, String> there = new ConcurrentHashMap<>();
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            ids.add("p" + number);
        }
        Collections.reverse(ids);
        for (String id : ids) {
            int number = Integer.parseInt(id.substring(1));
            add(id, () -> {
                if (number > 0 && !there.containsKey("p" + (number - 1))) {
                    throw refused(PluginState.UNRESOLVED);
                }
                there.put(id, id);
                queue.arrived();
            });
        }
        List<String> settled = new ArrayList<>();
        while (settled.size() < ids.size()) {
            String event = next();
            assertTrue(!event.equals("null"), () -> "Only these came: " + settled);
            if (event.startsWith("settled")) {
                settled.add(event);
            }
        }
        assertEquals(12, there.size());
    }

    @Test
    void startsTheOthersWhileOneHangs() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        add("hangs", () -> {
            try {
                hanging.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        });
        queue.add(new Desired("cost", "sha256:cost"), () -> {}).get(30, TimeUnit.SECONDS);
        assertEquals(1, hanging.getCount());
        hanging.countDown();
    }
}
