package org.callboard.plugin.docs.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.ui.CatalogColumn;
import org.callboard.api.ui.Value;
import org.callboard.testkit.CatalogColumnContract;
import org.junit.jupiter.api.Test;

final class OpenReportsColumnTest implements CatalogColumnContract {

    private final Fixture fixture = new Fixture();

    @Override
    public CatalogColumn extension() {
        return new OpenReportsColumn(fixture.reports);
    }

    @Override
    public Entity entity() {
        return fixture.catalog.entity("component:ledger");
    }

    @Test
    void countsWhatIsOpenAndLeavesOutWhatHasNoDocumentation() {
        fixture.report(Fixture.JON, Fixture.said("close", "", "", "This is wrong."));
        fixture.report(Fixture.JON, Fixture.said("", "", "", "This, too."));
        List<Entity> all =
                List.of(entity(), fixture.catalog.entity("component:other"), fixture.catalog.entity("group:books"));
        assertEquals(
                Map.of(Fixture.LEDGER, Value.of(2), EntityRef.parse("component:default/other"), Value.of(0)),
                extension().values(all, Fixture.MARA));
    }
}
