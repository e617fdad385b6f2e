package org.callboard.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.callboard.core.SetClock;
import org.junit.jupiter.api.Test;

class TokenUseTest {

    private final SetClock clock = new SetClock();

    @Test
    void isWrittenDownOnceAMinuteAndToken() {
        TokenRules rules = new TokenRules(() -> Duration.ofDays(365));
        AccessToken one =
                rules.judge(PortalCaller.ADMINISTRATOR, new TokenWish("one", null, null, null), "1", clock.instant());
        AccessToken two =
                rules.judge(PortalCaller.ADMINISTRATOR, new TokenWish("two", null, null, null), "2", clock.instant());
        long start = clock.millis();
        List<String> written = Collections.synchronizedList(new ArrayList<>());
        try (TokenUse use =
                new TokenUse((token, minute) -> written.add(token.name() + " " + (minute - start)), clock)) {
            for (int second = 0; second < 120; second++) {
                use.used(one);
                use.used(one);
                clock.pass(Duration.ofSeconds(1));
            }
            use.used(two);
        }
        assertEquals(List.of("one 0", "one 60000", "two 120000"), written);
    }
}
