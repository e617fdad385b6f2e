package org.callboard.plugin.examplecost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.EntityRef;
import org.callboard.plugin.examplecost.api.Figure;
import org.junit.jupiter.api.Test;

final class FiguresTest {

    private static final EntityRef WALLET = EntityRef.parse("component:default/wallet");
    private static final LocalDate LAST = LocalDate.of(2026, 3, 30);

    private final Figures figures = new Fixture().figures;

    private static Figure figure(int daysAgo, String amount) {
        return new Figure(LAST.minusDays(daysAgo), new BigDecimal(amount));
    }

    @Test
    void replacesAllOfAService() {
        figures.replace(WALLET, List.of(figure(1, "1.00")));
        figures.replace(WALLET, List.of(figure(0, "3.00"), figure(1, "2.00")));
        assertEquals(List.of(figure(1, "2.00"), figure(0, "3.00")), figures.of(WALLET));
    }

    @Test
    void addsThemUpEndingWithTheLastDayThereIs() {
        assertEquals(Map.of(), figures.sums());
        figures.replace(WALLET, List.of(figure(30, "1.00"), figure(29, "2.00"), figure(0, "4.00")));
        assertEquals(Map.of(WALLET, new Figures.Sums(new BigDecimal("6.00"), new BigDecimal("7.00"))), figures.sums());
    }

    @Test
    void dropsServicesThatHaveNoneOnADay() {
        figures.replace(WALLET, List.of(figure(1, "1.00")));
        figures.replace(Fixture.LEDGER, List.of(figure(0, "1.00")));
        figures.dropWithout(LAST);
        assertEquals(List.of(), figures.of(WALLET));
        assertEquals(1, figures.of(Fixture.LEDGER).size());
    }
}
