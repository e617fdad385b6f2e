package org.callboard.core.session;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.callboard.core.SetClock;
import org.junit.jupiter.api.Test;

class SignInLinksTest {

    private final SetClock clock = new SetClock();
    private final SignInLinks links = new SignInLinks(clock);

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
        clock.pass(Duration.ofMinutes(9));
        assertTrue(links.redeem(early));
        clock.pass(Duration.ofMinutes(2));
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
