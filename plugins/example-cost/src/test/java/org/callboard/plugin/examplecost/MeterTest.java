package org.callboard.plugin.examplecost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.callboard.plugin.examplecost.api.Figure;
import org.junit.jupiter.api.Test;

final class MeterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 30);

    @Test
    void saysTheSameOfADayWheneverItIsRead() {
        List<Figure> today = Meter.read(Fixture.LEDGER, DAY, 40);
        List<Figure> tomorrow = Meter.read(Fixture.LEDGER, DAY.plusDays(1), 40);
        assertEquals(today.subList(1, 40), tomorrow.subList(0, 39));
        assertEquals(DAY, today.get(39).day());
        assertTrue(today.stream().allMatch(figure -> figure.amount().compareTo(BigDecimal.ZERO) > 0));
    }
}
