package org.callboard.plugin.examplecost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.callboard.api.ui.Command;
import org.callboard.api.ui.Outcome;
import org.callboard.api.ui.Status;
import org.callboard.api.ui.Values;
import org.callboard.testkit.CommandContract;
import org.callboard.testkit.MemoryCatalog;
import org.junit.jupiter.api.Test;

final class OpenDearestTest implements CommandContract {

    private static final Values NOTHING = new Values(Map.of());

    private final Fixture fixture = new Fixture().filled();

    @Override
    public Command extension() {
        return new OpenDearest(fixture.bills);
    }

    @Test
    void leadsToTheServiceThatCostsMost() {
        Outcome outcome = extension().form(request()).sent().apply(NOTHING);
        assertEquals(Status.OK, outcome.status());
        assertTrue(outcome.next().startsWith("/example-cost/services/default/"), outcome::next);
    }

    @Test
    void saysThatThereIsNone() {
        Bills none = new Bills(new Services(new MemoryCatalog()), fixture.figures);
        Outcome outcome = new OpenDearest(none).form(request()).sent().apply(NOTHING);
        assertEquals("There is no service yet.", outcome.message());
    }
}
