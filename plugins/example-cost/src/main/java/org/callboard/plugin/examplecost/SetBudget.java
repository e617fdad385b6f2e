package org.callboard.plugin.examplecost;

import org.callboard.api.config.Configuration;
import org.callboard.api.model.Entity;
import org.callboard.api.ui.CommandPlace;
import org.callboard.api.ui.EntityCommand;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Icon;
import org.callboard.api.ui.ViewRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sets what a service may cost, from its page. */
@Component
public final class SetBudget implements EntityCommand {

    private final Figures figures;
    private final Budgets budgets;
    private final Configuration configuration;

    /** Makes the command. */
    @Activate
    public SetBudget(@Reference Figures figures, @Reference Budgets budgets, @Reference Configuration configuration) {
        this.figures = figures;
        this.budgets = budgets;
        this.configuration = configuration;
    }

    @Override
    public String title() {
        return "Set a budget";
    }

    @Override
    public CommandPlace place() {
        return CommandPlace.EVERYWHERE
                .icon(Icon.COINS)
                .keywords("cost", "money", "limit")
                .kinds("Component")
                .types("service");
    }

    @Override
    public Form form(Entity entity, ViewRequest request) {
        Bill bill = Bill.of(entity, figures.of(entity.ref()));
        String currency = configuration.current(CostConfig.class).currency();
        return new BudgetForm(budgets, bill, currency).form(budgets.of(entity.ref()));
    }
}
