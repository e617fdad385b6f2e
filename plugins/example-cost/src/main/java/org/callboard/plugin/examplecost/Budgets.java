package org.callboard.plugin.examplecost;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.EntityRef;
import org.callboard.api.storage.Rows;
import org.callboard.api.storage.Tables;
import org.callboard.api.ui.Views;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What services may cost in a month, in the plugin's table. */
@Component(service = Budgets.class)
public final class Budgets {

    private final Tables tables;
    private final Views views;

    /** Keeps them in these tables. */
    @Activate
    public Budgets(@Reference Tables tables, @Reference Views views) {
        this.tables = tables;
        this.views = views;
    }

    Optional<BigDecimal> of(EntityRef service) {
        return tables
                .query(
                        "select amount from budget where service = ?",
                        row -> row.getBigDecimal("amount"),
                        service.toString())
                .stream()
                .findFirst();
    }

    Map<EntityRef, BigDecimal> all() {
        Map<EntityRef, BigDecimal> all = new HashMap<>();
        tables.query(
                        "select service, amount from budget",
                        row -> Map.entry(EntityRef.parse(row.getString("service")), row.getBigDecimal("amount")))
                .forEach(budget -> all.put(budget.getKey(), budget.getValue()));
        return all;
    }

    /** Sets one, and lets open pages know. */
    void set(EntityRef service, BigDecimal amount) {
        tables.write(connection -> {
            String insert = "insert into budget (service, amount) values (?, ?)";
            return Rows.update(connection, "delete from budget where service = ?", service.toString())
                    + Rows.update(connection, insert, service.toString(), amount);
        });
        views.changed();
    }

    /** Takes one away, and lets open pages know. */
    void remove(EntityRef service) {
        tables.update("delete from budget where service = ?", service.toString());
        views.changed();
    }
}
