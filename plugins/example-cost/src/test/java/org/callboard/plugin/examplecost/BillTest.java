package org.callboard.plugin.examplecost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.callboard.api.ui.Status;
import org.callboard.plugin.examplecost.api.Figure;
import org.junit.jupiter.api.Test;

final class BillTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    private final List<Figure> figures = IntStream.range(0, 31)
            .mapToObj(day -> new Figure(FIRST.plusDays(day), BigDecimal.TEN))
            .toList();
    private final Bill bill = Bill.of(new Fixture().ledger(), figures);

    @Test
    void addsTheLastThirtyDaysAndAllOfThem() {
        assertEquals(BigDecimal.valueOf(300), bill.month());
        assertEquals(BigDecimal.valueOf(310), bill.total());
    }

    @Test
    void standsWellUpToItsBudget() {
        assertEquals(Status.UNKNOWN, bill.status(Optional.empty()));
        assertEquals(Status.OK, bill.status(Optional.of(BigDecimal.valueOf(300))));
        assertEquals(Status.ERROR, bill.status(Optional.of(new BigDecimal("299.99"))));
    }

    @Test
    void knowsItsPage() {
        assertEquals("/example-cost/services/default/ledger", bill.page());
    }
}
