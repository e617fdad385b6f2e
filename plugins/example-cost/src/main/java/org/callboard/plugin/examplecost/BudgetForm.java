package org.callboard.plugin.examplecost;

import java.math.BigDecimal;
import java.util.Optional;
import org.callboard.api.ui.Button;
import org.callboard.api.ui.Form;
import org.callboard.api.ui.Input;
import org.callboard.api.ui.Outcome;
import org.callboard.api.ui.Values;
import org.callboard.api.ui.View;

/** Sets what a service may cost, and takes that away. */
record BudgetForm(Budgets budgets, Bill bill, String currency) {

    /** {@return the view with the form, and a button where there is something to take away} */
    View on(View view, Optional<BigDecimal> budget) {
        View withForm = view.with(form(budget));
        return budget.isEmpty() ? withForm : withForm.button(removal());
    }

    /** {@return the form, holding what is set} */
    Form form(Optional<BigDecimal> budget) {
        return Form.of("budget", "Set", this::set)
                .title("Budget")
                .input(Input.number("amount", currency + " a month")
                        .required()
                        .between(1, 1_000_000)
                        .initial(budget.map(BigDecimal::toPlainString).orElse("")));
    }

    private Outcome set(Values values) {
        BigDecimal amount = values.number("amount").orElseThrow();
        if (amount.scale() > 2) {
            return Outcome.faulty("amount", "A cent can't be divided.");
        }
        budgets.set(bill.service(), amount);
        return Outcome.done("The budget of " + bill.title() + " is " + amount + " " + currency + " a month.");
    }

    private Button removal() {
        return Button.of("remove", "Remove the budget", () -> {
                    budgets.remove(bill.service());
                    return Outcome.done("The budget was removed.");
                })
                .style(Button.Style.DANGER)
                .confirm("Remove the budget of " + bill.title() + "?");
    }
}
