package org.callboard.plugin.examplecost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.callboard.api.config.Configuration;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.Chart;
import org.callboard.api.ui.PagePlace;
import org.callboard.api.ui.PluginPage;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.callboard.plugin.examplecost.api.Figure;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What one service costs, and what it may. */
@Component
public final class ServicePage implements PluginPage {

    private final Services services;
    private final Figures figures;
    private final Budgets budgets;
    private final Configuration configuration;

    /** Makes the page. */
    @Activate
    public ServicePage(
            @Reference Services services,
            @Reference Figures figures,
            @Reference Budgets budgets,
            @Reference Configuration configuration) {
        this.services = services;
        this.figures = figures;
        this.budgets = budgets;
        this.configuration = configuration;
    }

    @Override
    public PagePlace place() {
        return PagePlace.at("services/{namespace}/{name}");
    }

    @Override
    public View show(ViewRequest request) {
        Entity service = service(request);
        String currency = configuration.current(CostConfig.class).currency();
        List<Figure> days = figures.of(service.ref());
        Bill bill = Bill.of(service, days);
        Optional<BigDecimal> budget = budgets.of(service.ref());
        View view = View.empty()
                .title("Cost of " + bill.title())
                .status(bill.status(budget))
                .value("Service", Value.of(service.ref()))
                .value("Last 30 days", Value.money(bill.month(), currency))
                .with(days.isEmpty() ? nothing() : chart(bill.title(), days, currency));
        return new BudgetForm(budgets, bill, currency).on(view, budget);
    }

    private Entity service(ViewRequest request) {
        EntityRef ref = new EntityRef(
                "component",
                request.parameter("namespace").orElseThrow(),
                request.parameter("name").orElseThrow());
        return services.find(request.caller(), ref)
                .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "There is no service " + ref + "."));
    }

    private static Block nothing() {
        return new Block.Empty("There are no figures yet", "They come with the next run of 'Costs of the day'.");
    }

    private static Chart chart(String title, List<Figure> days, String currency) {
        List<Value> steps =
                days.stream().map(day -> Value.of(day.day().toString())).toList();
        List<Double> amounts =
                days.stream().map(day -> day.amount().doubleValue()).toList();
        return Chart.of(Chart.Type.BAR, "Day by day", steps)
                .series(title, amounts)
                .unit(currency);
    }
}
