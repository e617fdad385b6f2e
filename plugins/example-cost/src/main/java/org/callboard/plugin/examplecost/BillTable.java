package org.callboard.plugin.examplecost;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.EntityRef;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.Table.Column;
import org.callboard.api.ui.TablePage;
import org.callboard.api.ui.Value;

/**
 * Bills as a table that the reader pages and sorts.
 *
 * @param currency of all amounts
 * @param budgets of those services that have one
 */
record BillTable(String currency, Map<EntityRef, BigDecimal> budgets) {

    Table of(List<Bill> all, TablePage page) {
        List<Bill> sorted = all.stream().sorted(order(page)).toList();
        return Table.of(
                        "services",
                        Column.of("service", "Service").sortable(),
                        Column.number("month", "Last 30 days").sortable(),
                        Column.number("total", "All days kept").sortable(),
                        Column.of("budget", "Budget"))
                .rows(page.cut(sorted), this::row)
                .page(page, all.size());
    }

    private static Comparator<Bill> order(TablePage page) {
        Comparator<Bill> rising = switch (page.sort()) {
            case "month" -> Comparator.comparing(Bill::month);
            case "total" -> Comparator.comparing(Bill::total);
            default -> Comparator.comparing(Bill::title);
        };
        return page.direction() == TablePage.Direction.DESCENDING ? rising.reversed() : rising;
    }

    private List<Value> row(Bill bill) {
        Optional<BigDecimal> budget = Optional.ofNullable(budgets.get(bill.service()));
        String label = budget.map(BigDecimal::toPlainString).orElse("none");
        return List.of(
                Value.page(bill.title(), bill.page()),
                Value.money(bill.month(), currency),
                Value.money(bill.total(), currency),
                new Value.State(bill.status(budget), label));
    }
}
