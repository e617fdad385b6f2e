package org.callboard.plugin.examplecost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.ui.CatalogColumn;
import org.callboard.api.ui.Value;
import org.callboard.testkit.CatalogColumnContract;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.Test;

final class CostColumnTest implements CatalogColumnContract {

    private final Fixture fixture = new Fixture().filled();

    @Override
    public CatalogColumn extension() {
        return new CostColumn(fixture.figures, fixture.configuration);
    }

    @Override
    public Entity entity() {
        return fixture.ledger();
    }

    @Test
    void leavesWhatCostsNothingEmpty() {
        Entity library = fixture.catalog.entity("component:money");
        Map<EntityRef, Value> values = extension().values(List.of(entity(), library), TestCaller.named("Mara"));
        assertEquals(Set.of(Fixture.LEDGER), values.keySet());
    }
}
