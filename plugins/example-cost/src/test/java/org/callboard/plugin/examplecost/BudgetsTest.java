package org.callboard.plugin.examplecost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BudgetsTest {

    private final Fixture fixture = new Fixture();
    private final Budgets budgets = fixture.budgets;

    @Test
    void keepsTheOneThatWasSetLast() {
        budgets.set(Fixture.LEDGER, new BigDecimal("5.00"));
        budgets.set(Fixture.LEDGER, new BigDecimal("7.50"));
        assertEquals(Optional.of(new BigDecimal("7.50")), budgets.of(Fixture.LEDGER));
        assertEquals(Map.of(Fixture.LEDGER, new BigDecimal("7.50")), budgets.all());
        budgets.remove(Fixture.LEDGER);
        assertEquals(Optional.empty(), budgets.of(Fixture.LEDGER));
    }

    @Test
    void letsOpenPagesKnow() {
        budgets.set(Fixture.LEDGER, BigDecimal.TEN);
        budgets.remove(Fixture.LEDGER);
        assertEquals(2, fixture.views.changes().size());
    }
}
