package org.callboard.plugin.docs.feedback;

import static org.callboard.plugin.docs.feedback.Fixture.JON;
import static org.callboard.plugin.docs.feedback.Fixture.LEDGER;
import static org.callboard.plugin.docs.feedback.Fixture.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.model.EntityRef;
import org.callboard.api.task.ScheduledTask;
import org.callboard.plugin.docs.DocsConfig;
import org.callboard.testkit.ScheduledTaskContract;
import org.callboard.testkit.TestRun;
import org.junit.jupiter.api.Test;

class PageViewsTest implements ScheduledTaskContract {

    private static final LocalDate DAY = LocalDate.parse("2026-06-01");

    private final Fixture fixture = new Fixture();

    @Override
    public ScheduledTask extension() {
        return new CountedViews(fixture.views, fixture.reports);
    }

    private Map<String, Long> since(LocalDate day) {
        return fixture.views.since(LEDGER, day);
    }

    @Test
    void areWrittenByTheTaskAndNotByWhoReads() throws Exception {
        fixture.about(JON, "close");
        fixture.about(JON, "close");
        assertEquals(Map.of(), since(DAY.minusYears(9)));
        TestRun run = TestRun.now();
        extension().run(run);
        assertEquals(Map.of("close", 2L), since(DAY.minusYears(9)));
        assertEquals(List.of("The views of 1 pages are written."), run.messages());
    }

    @Test
    void addUpWithinADay() {
        fixture.views.count(LEDGER, "", NOW);
        assertEquals(1, fixture.views.write());
        fixture.views.count(LEDGER, "", NOW);
        fixture.views.count(LEDGER, "", NOW.minus(Duration.ofDays(1)));
        assertEquals(2, fixture.views.write());
        assertEquals(Map.of("", 2L), since(DAY));
        assertEquals(Map.of("", 3L), since(DAY.minusDays(1)));
        assertEquals(0, fixture.views.write());
    }

    @Test
    void tellWhatIsReadOfLate() {
        fixture.views.count(LEDGER, "", NOW);
        fixture.views.count(LEDGER, "close", NOW.minus(Duration.ofDays(1)));
        fixture.views.count(EntityRef.parse("api:default/old"), "", NOW.minus(Duration.ofDays(2)));
        fixture.views.write();
        assertEquals(Set.of(LEDGER), fixture.views.since(DAY.minusDays(1)));
        assertEquals(Set.of(), fixture.views.since(DAY.plusDays(1)));
    }

    @Test
    void ofMorePagesThanThereIsRoomForNoOthersAreCounted() {
        for (int i = 0; i < PageViews.MOST + 10; i++) {
            fixture.views.count(LEDGER, "p" + i, NOW);
        }
        fixture.views.count(LEDGER, "p0", NOW);
        fixture.views.count(LEDGER, "x".repeat(201), NOW);
        assertEquals(PageViews.MOST, fixture.views.write());
        assertEquals(2L, since(DAY).get("p0"));
    }

    @Test
    void areForgottenAfterFourHundredDays() throws Exception {
        fixture.views.count(LEDGER, "", NOW);
        fixture.views.count(LEDGER, "", NOW.plus(Duration.ofDays(2)));
        extension()
                .run(TestRun.dueAt(
                        NOW.plus(Duration.ofDays(DocsConfig.VIEWS_KEPT + 1)).toString()));
        assertEquals(Optional.of(DAY.plusDays(2)), fixture.views.first());
    }
}
