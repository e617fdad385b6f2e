package org.callboard.plugin.examplecost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.ui.EntityCommand;
import org.callboard.api.ui.Outcome;
import org.callboard.api.ui.Values;
import org.callboard.testkit.EntityCommandContract;
import org.junit.jupiter.api.Test;

final class SetBudgetTest implements EntityCommandContract {

    private final Fixture fixture = new Fixture().filled();

    @Override
    public EntityCommand extension() {
        return new SetBudget(fixture.figures, fixture.budgets, fixture.configuration);
    }

    @Override
    public Entity entity() {
        return fixture.ledger();
    }

    @Test
    void setsWhatWasTyped() {
        Values typed = new Values(Map.of("amount", List.of("120")));
        Outcome outcome = extension().form(entity(), request()).sent().apply(typed);
        assertEquals("The budget of Ledger is 120 EUR a month.", outcome.message());
        assertEquals(Optional.of(new BigDecimal("120.00")), fixture.budgets.of(Fixture.LEDGER));
    }
}
