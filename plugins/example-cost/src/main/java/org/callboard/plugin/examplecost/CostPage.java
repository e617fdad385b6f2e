package org.callboard.plugin.examplecost;

import java.math.BigDecimal;
import java.util.List;
import org.callboard.api.config.Configuration;
import org.callboard.api.ui.Icon;
import org.callboard.api.ui.PagePlace;
import org.callboard.api.ui.PluginPage;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All services with what they cost. */
@Component
public final class CostPage implements PluginPage {

    private final Bills bills;
    private final Budgets budgets;
    private final Configuration configuration;

    /** Makes the page. */
    @Activate
    public CostPage(@Reference Bills bills, @Reference Budgets budgets, @Reference Configuration configuration) {
        this.bills = bills;
        this.budgets = budgets;
        this.configuration = configuration;
    }

    @Override
    public String title() {
        return "Cost";
    }

    @Override
    public PagePlace place() {
        return PagePlace.FRONT.icon(Icon.COINS);
    }

    @Override
    public View show(ViewRequest request) {
        List<Bill> all = bills.of(request.caller());
        BigDecimal month = all.stream().map(Bill::month).reduce(BigDecimal.ZERO, BigDecimal::add);
        String currency = configuration.current(CostConfig.class).currency();
        BillTable table = new BillTable(currency, budgets.all());
        return View.empty()
                .metric("Last 30 days", Value.money(month, currency))
                .with(table.of(all, request.table("services")));
    }
}
