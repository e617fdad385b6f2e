package org.callboard.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentEventsTest {

    private final AtomicLong nanos = new AtomicLong(Duration.ofDays(1).toNanos());
    private final RecentEvents events = new RecentEvents(nanos::get);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void tell(int count) {
        for (int i = 0; i < count; i++) {
            events.add(stream -> Optional.empty());
        }
    }

    private void assertKept(int count, Duration within) {
        RecentEvents.Recent now = events.now();
        assertEquals(count, now.messages().size());
        assertEquals(within, now.within());
    }

    @Test
    void nothingIsMissingSinceThePortalStarted() {
        assertKept(0, Duration.ZERO);
        pass(Duration.ofSeconds(3));
        tell(1);
        assertKept(1, Duration.ofSeconds(3));
    }

    @Test
    void whatIsOlderIsForgotten() {
        tell(1);
        pass(Duration.ofSeconds(6));
        tell(1);
        assertKept(2, Duration.ofSeconds(6));
        pass(Duration.ofSeconds(5));
        assertKept(1, RecentEvents.KEPT);
        pass(Duration.ofSeconds(6));
        assertKept(0, RecentEvents.KEPT);
    }

    @Test
    void whereThereIsTooMuchItSaysSo() {
        pass(Duration.ofSeconds(60));
        tell(60);
        pass(Duration.ofSeconds(2));
        tell(60);
        pass(Duration.ofSeconds(1));
        assertKept(100, Duration.ofSeconds(3));
        tell(100);
        assertKept(100, Duration.ofSeconds(1));
    }
}
