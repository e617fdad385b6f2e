package org.callboard.plugin.examplecost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.callboard.api.health.Health;
import org.callboard.api.health.HealthCheck;
import org.callboard.plugin.examplecost.api.Figure;
import org.callboard.testkit.HealthCheckContract;
import org.junit.jupiter.api.Test;

final class FreshCostsTest implements HealthCheckContract {

    private final Fixture fixture = new Fixture();

    @Override
    public HealthCheck extension() {
        return new FreshCosts(fixture.figures);
    }

    private void lastFigureWas(int daysAgo) {
        LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(daysAgo);
        fixture.figures.replace(Fixture.LEDGER, List.of(new Figure(day, BigDecimal.TEN)));
    }

    @Test
    void isWellBeforeTheFirstFiguresAndWhileTheyCome() {
        assertEquals(Health.up(), extension().check());
        lastFigureWas(1);
        assertEquals(Health.up(), extension().check());
    }

    @Test
    void isNotWellWhenNoneHaveComeForDays() {
        lastFigureWas(9);
        assertEquals(Health.Level.DOWN, extension().check().level());
    }
}
