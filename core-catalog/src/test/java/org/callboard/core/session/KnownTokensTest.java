package org.callboard.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.callboard.core.SetClock;
import org.junit.jupiter.api.Test;

class KnownTokensTest {

    private final SetClock clock = new SetClock();
    private final List<AccessToken> rows = new ArrayList<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final KnownTokens known = new KnownTokens(
            () -> {
                reads.incrementAndGet();
                return List.copyOf(rows);
            },
            clock);

    private AccessToken token(String secret) {
        return new TokenRules(() -> Duration.ofDays(365))
                .judge(
                        PortalCaller.ADMINISTRATOR,
                        new TokenWish("t", null, null, null),
                        Secrets.hash(secret),
                        clock.instant());
    }

    @Test
    void readsOnceForManyRequests() {
        rows.add(token("a"));
        for (int i = 0; i < 1_000; i++) {
            assertEquals(Optional.of(rows.get(0)), known.find(Secrets.hash("a")));
        }
        assertEquals(1, reads.get());
    }

    @Test
    void readsNoMoreForStrangersWhoTryMany() {
        for (int i = 0; i < 1_000; i++) {
            assertTrue(known.find(Secrets.hash("guess" + i)).isEmpty());
        }
        assertEquals(1, reads.get());
    }

    @Test
    void findsWhatAnotherNodeHasJustMade() {
        assertTrue(known.find(Secrets.hash("a")).isEmpty());
        rows.add(token("a"));
        clock.pass(KnownTokens.FRESH_ENOUGH_TO_REFUSE);
        assertTrue(known.find(Secrets.hash("a")).isPresent());
    }

    @Test
    void seesWithinSecondsWhatAnotherNodeHasChanged() {
        rows.add(token("a"));
        assertTrue(known.find(Secrets.hash("a")).isPresent());
        rows.clear();
        clock.pass(KnownTokens.FRESH.minusMillis(1));
        assertTrue(known.find(Secrets.hash("a")).isPresent());
        clock.pass(Duration.ofMillis(1));
        assertTrue(known.find(Secrets.hash("a")).isEmpty());
    }

    @Test
    void seesAtOnceWhatThisNodeHasChanged() {
        rows.add(token("a"));
        assertTrue(known.find(Secrets.hash("a")).isPresent());
        rows.clear();
        known.forget();
        assertTrue(known.find(Secrets.hash("a")).isEmpty());
    }

    @Test
    void doesNotLiveOnOldNewsWhenTheClockIsSetBack() {
        rows.add(token("a"));
        assertTrue(known.find(Secrets.hash("a")).isPresent());
        rows.clear();
        clock.pass(Duration.ofHours(-1));
        assertTrue(known.find(Secrets.hash("a")).isEmpty());
    }

    @Test
    void takesNoHashThatOnlyBeginsLikeAToken() {
        rows.add(token("a"));
        String hash = Secrets.hash("a");
        char last = hash.charAt(hash.length() - 1);
        String other = hash.substring(0, hash.length() - 1) + (last == '0' ? '1' : '0');
        assertTrue(known.find(other).isEmpty());
    }
}
