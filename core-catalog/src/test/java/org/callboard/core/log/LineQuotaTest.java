package org.callboard.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.callboard.core.log.LineQuota.Verdict;
import org.junit.jupiter.api.Test;

class LineQuotaTest {

    private static final long SECOND = 1_000_000_000;

    private final LineQuota quota = new LineQuota(2, -SECOND);

    @Test
    void takesSoManyInASecondAndCountsTheOthers() {
        assertEquals(Verdict.TAKEN, quota.take(0));
        assertEquals(Verdict.TAKEN, quota.take(SECOND / 2));
        assertEquals(Verdict.FIRST_DROPPED, quota.take(SECOND / 2));
        assertEquals(Verdict.DROPPED, quota.take(SECOND - 1));
        assertEquals(Verdict.TAKEN, quota.take(SECOND));
        assertEquals(2, quota.dropped());
        assertEquals(0, quota.dropped());
    }

    @Test
    void saysOfEachFloodThatItBegins() {
        quota.take(0);
        quota.take(0);
        assertEquals(Verdict.FIRST_DROPPED, quota.take(0));
        quota.dropped();
        assertEquals(Verdict.FIRST_DROPPED, quota.take(1));
    }
}
