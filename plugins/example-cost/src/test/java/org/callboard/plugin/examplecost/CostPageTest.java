package org.callboard.plugin.examplecost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.callboard.api.ui.PluginPage;
import org.callboard.api.ui.TablePage;
import org.callboard.api.ui.Value;
import org.callboard.testkit.PluginPageContract;
import org.callboard.testkit.ShownView;
import org.junit.jupiter.api.Test;

final class CostPageTest implements PluginPageContract {

    private static final Value LEDGER = Value.page("Ledger", "/example-cost/services/default/ledger");
    private static final Value WALLET = Value.page("Wallet", "/example-cost/services/default/wallet");

    private final Fixture fixture = new Fixture().filled();

    @Override
    public PluginPage extension() {
        return new CostPage(fixture.bills, fixture.budgets, fixture.configuration);
    }

    private List<Value> services(TablePage page) {
        return ShownView.of(() -> extension().show(request().table("services", page))).table("services").rows().stream()
                .map(row -> row.get(0))
                .toList();
    }

    @Test
    void showsServicesByTitleAndTurnsThePage() {
        assertEquals(List.of(LEDGER, WALLET), services(TablePage.FIRST));
        assertEquals(List.of(WALLET), services(new TablePage(1, 1, "", TablePage.Direction.ASCENDING)));
    }

    @Test
    void sortsByWhatTheyCost() {
        List<Value> rising = services(new TablePage(0, 20, "month", TablePage.Direction.ASCENDING));
        List<Value> falling = services(new TablePage(0, 20, "month", TablePage.Direction.DESCENDING));
        assertEquals(List.of(falling.get(1), falling.get(0)), rising);
    }

    @Test
    void showsZeroBeforeTheFirstFiguresCome() {
        Fixture empty = new Fixture();
        CostPage page = new CostPage(empty.bills, empty.budgets, empty.configuration);
        assertEquals(
                2,
                ShownView.of(() -> page.show(request()))
                        .table("services")
                        .rows()
                        .size());
    }
}
