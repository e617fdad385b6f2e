package org.callboard.core.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeldSecretTest {

    /** At a start each plugin that begins to serve has what failed tried again: often in vain, and soon after one another. */
    @Test
    void triesThatWereAskedForDoNotPutOffTheNextForLong() {
        HeldSecret secret = HeldSecret.wanted(0);
        int told = 0;
        for (int plugin = 0; plugin < 20; plugin++) {
            secret = secret.sooner(0).failed("The safe is locked", 0);
            told += secret.isToBeTold() ? 1 : 0;
        }
        assertFalse(secret.isDue(Duration.ofSeconds(3).toNanos()));
        assertTrue(secret.isDue(Duration.ofSeconds(4).toNanos()));
        assertEquals(1, told);
    }
}
