package org.callboard.plugin.examplecost;

import java.util.List;
import org.callboard.api.config.Configuration;
import org.callboard.api.model.Entity;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.EntityCard;
import org.callboard.api.ui.Metric;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.callboard.plugin.examplecost.api.Figure;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a service costs, on its page. */
@Component
public final class CostCard implements EntityCard {

    private final Figures figures;
    private final Budgets budgets;
    private final Configuration configuration;

    /** Makes the card. */
    @Activate
    public CostCard(@Reference Figures figures, @Reference Budgets budgets, @Reference Configuration configuration) {
        this.figures = figures;
        this.budgets = budgets;
        this.configuration = configuration;
    }

    @Override
    public String title() {
        return "Cost";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.kinds("Component").types("service").size(CardPlace.Size.SMALL);
    }

    @Override
    public View show(Entity entity, ViewRequest request) {
        List<Figure> days = figures.of(entity.ref());
        Bill bill = Bill.of(entity, days);
        String currency = configuration.current(CostConfig.class).currency();
        return View.empty()
                .status(bill.status(budgets.of(entity.ref())))
                .with(Metric.of("Last 30 days", Value.money(bill.month(), currency))
                        .trend(days.stream()
                                .map(day -> day.amount().doubleValue())
                                .toList()))
                .value("More", Value.page("All days", bill.page()));
    }
}
