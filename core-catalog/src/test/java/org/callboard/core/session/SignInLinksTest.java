package org.callboard.core.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SignInLinksTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final SignInLinks links = new SignInLinks(new Clock() {
        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void workOnce() {
        String code = links.create();
        assertTrue(links.redeem(code));
        assertFalse(links.redeem(code));
    }

    @Test
    void workForTenMinutes() {
        String early = links.create();
        String late = links.create();
        now = now.plus(Duration.ofMinutes(9));
        assertTrue(links.redeem(early));
        now = now.plus(Duration.ofMinutes(2));
        assertFalse(links.redeem(late));
    }

    @Test
    void aCodeThatWasNeverGivenOutDoesNotWork() {
        links.create();
        assertFalse(links.redeem("guess"));
    }

    @Test
    void oldestAreForgottenWhenThereAreVeryMany() {
        String first = links.create();
        for (int more = 0; more < 100; more++) {
            links.create();
        }
        assertFalse(links.redeem(first));
    }
}
