package org.callboard.plugin.examplecost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.problem.PortalException;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Chart;
import org.callboard.api.ui.PluginPage;
import org.callboard.api.ui.ViewRequest;
import org.callboard.testkit.PluginPageContract;
import org.callboard.testkit.ShownView;
import org.callboard.testkit.TestCaller;
import org.junit.jupiter.api.Test;

final class ServicePageTest implements PluginPageContract {

    private final Fixture fixture = new Fixture();
    private final ShownView shown = ShownView.of(() -> extension().show(request()));

    @Override
    public PluginPage extension() {
        return new ServicePage(fixture.services, fixture.figures, fixture.budgets, fixture.configuration);
    }

    @Override
    public ViewRequest request() {
        return ViewRequest.of(TestCaller.named("Mara"))
                .parameter("namespace", "default")
                .parameter("name", "ledger");
    }

    @Test
    void drawsFiguresWhereThereAreAny() {
        assertTrue(shown.blocks().stream().anyMatch(Block.Empty.class::isInstance));
        fixture.filled();
        assertTrue(shown.blocks().stream().anyMatch(Chart.class::isInstance));
    }

    @Test
    void setsABudgetAndRemovesIt() {
        shown.send("budget", Map.of("amount", "500.50"));
        assertEquals(Optional.of(new BigDecimal("500.50")), fixture.budgets.of(Fixture.LEDGER));
        shown.press("remove");
        assertEquals(Optional.empty(), fixture.budgets.of(Fixture.LEDGER));
    }

    @Test
    void refusesPartsOfACent() {
        shown.send("budget", Map.of("amount", "1.001"));
        assertEquals(Optional.empty(), fixture.budgets.of(Fixture.LEDGER));
    }

    @Test
    void isNotThereForServicesThatAreNot() {
        assertThrows(PortalException.class, () -> extension().show(request().parameter("name", "nothing")));
    }
}
