package org.callboard.core.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.callboard.core.extension.PluginLimits.Breaking;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private final AtomicLong clock = new AtomicLong();
    private final List<String> told = new ArrayList<>();
    private final Breaker breaker = new Breaker(
            new Breaking(3, Duration.ofSeconds(10), Duration.ofSeconds(5)), clock::get, new Breaker.Listener() {
                @Override
                public void opened(String reason) {
                    told.add(reason);
                }

                @Override
                public void closed() {
                    told.add("closed");
                }
            });

    private void pass(long seconds) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            breaker.failed("hung");
        }
    }

    @Test
    void opensAfterManyFailuresInAShortTime() {
        fail(2);
        pass(4);
        assertNull(breaker.refusal());
        fail(1);
        assertEquals(
                new Breaker.Refusal("3 calls failed within 4 s; the last one hung", Duration.ofSeconds(5)),
                breaker.refusal());
        assertEquals(List.of("3 calls failed within 4 s; the last one hung"), told);
    }

    @Test
    void staysClosedWhenFailuresAreFarBetween() {
        for (int i = 0; i < 10; i++) {
            fail(1);
            pass(6);
        }
        assertNull(breaker.refusal());
        assertEquals(List.of(), told);
    }

    @Test
    void staysClosedWhenMostCallsSucceed() {
        for (int i = 0; i < 100; i++) {
            breaker.failed("hung");
            breaker.succeeded();
            breaker.succeeded();
        }
        assertNull(breaker.refusal());
    }

    @Test
    void letsOneCallThroughAfterTheCoolDown() {
        fail(3);
        pass(5);
        assertNull(breaker.refusal());
        assertNotNull(breaker.refusal(), "a second call while the first is on trial");
        breaker.succeeded();
        assertNull(breaker.refusal());
        assertNull(breaker.health().reason());
        assertEquals("closed", told.get(1));
    }

    @Test
    void coolsDownAgainWhenTheTrialFails() {
        fail(3);
        pass(5);
        assertNull(breaker.refusal());
        fail(1);
        assertNotNull(breaker.refusal());
        assertEquals("A trial failed after a pause; it hung", told.get(1));
        pass(5);
        assertNull(breaker.refusal());
    }

    @Test
    void triesAnotherCallWhenTheTrialProvedNothing() {
        fail(3);
        pass(5);
        assertNull(breaker.refusal());
        breaker.ended();
        assertNull(breaker.refusal());
    }

    @Test
    void isNotClosedByACallThatBeganBefore() {
        fail(3);
        breaker.succeeded();
        assertNotNull(breaker.refusal());
    }
}
