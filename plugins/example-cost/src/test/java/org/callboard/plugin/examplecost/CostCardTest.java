package org.callboard.plugin.examplecost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.callboard.api.model.Entity;
import org.callboard.api.ui.EntityCard;
import org.callboard.api.ui.Status;
import org.callboard.api.ui.ViewRequest;
import org.callboard.testkit.EntityCardContract;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.Test;

final class CostCardTest implements EntityCardContract {

    private final Fixture fixture = new Fixture().filled();

    @Override
    public EntityCard extension() {
        return new CostCard(fixture.figures, fixture.budgets, fixture.configuration);
    }

    @Override
    public Entity entity() {
        return fixture.ledger();
    }

    @Test
    void warnsWhereTheBudgetIsSpent() {
        fixture.budgets.set(Fixture.LEDGER, BigDecimal.ONE);
        assertEquals(
                Status.ERROR,
                extension()
                        .show(entity(), ViewRequest.of(TestCaller.named("Mara")))
                        .status());
    }
}
