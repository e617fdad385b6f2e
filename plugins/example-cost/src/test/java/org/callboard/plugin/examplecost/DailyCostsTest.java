package org.callboard.plugin.examplecost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.callboard.api.model.EntityRef;
import org.callboard.api.task.ScheduledTask;
import org.callboard.plugin.examplecost.api.CostSource;
import org.callboard.plugin.examplecost.api.Figure;
import org.callboard.testkit.ScheduledTaskContract;
import org.callboard.testkit.TestRun;
import org.junit.jupiter.api.Test;

final class DailyCostsTest implements ScheduledTaskContract {

    private final Fixture fixture = new Fixture();

    @Override
    public ScheduledTask extension() {
        return fixture.task();
    }

    @Test
    void fetchesAsManyDaysAsAreKeptUpToTheDayBefore() throws Exception {
        TestRun run = TestRun.dueAt(Fixture.DAY);
        extension().run(run);
        List<Figure> days = fixture.figures.of(Fixture.LEDGER);
        assertEquals(40, days.size());
        assertEquals(LocalDate.of(2026, 3, 30), days.get(39).day());
        assertEquals(List.of("The costs of 2 services up to 2026-03-30 are there."), run.messages());
        assertEquals(1, fixture.views.changes().size());
    }

    @Test
    void believesAPluginThatKnowsMore() throws Exception {
        List<Figure> bill = List.of(new Figure(LocalDate.of(2026, 3, 30), new BigDecimal("12.50")));
        fixture.extensions.offer(
                "cloud-bill", (CostSource) (service, last, days) -> service.equals(Fixture.LEDGER) ? bill : List.of());
        extension().run(TestRun.dueAt(Fixture.DAY));
        assertEquals(bill, fixture.figures.of(Fixture.LEDGER));
        assertEquals(
                40,
                fixture.figures.of(EntityRef.parse("component:default/wallet")).size());
    }

    @Test
    void forgetsServicesThatAreGone() throws Exception {
        fixture.filled();
        fixture.catalog.remove(EntityRef.parse("component:default/ledger"));
        extension().run(TestRun.dueAt("2026-04-01T03:00:00Z"));
        assertEquals(List.of(), fixture.figures.of(Fixture.LEDGER));
    }

    @Test
    void leavesAllAsItIsWhenItIsCancelled() throws Exception {
        fixture.filled();
        List<Figure> before = fixture.figures.of(Fixture.LEDGER);
        TestRun run = TestRun.dueAt("2026-04-01T03:00:00Z");
        run.cancel();
        extension().run(run);
        assertEquals(before, fixture.figures.of(Fixture.LEDGER));
        assertEquals(List.of(), run.messages());
    }
}
