package org.callboard.plugin.examplecost;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.config.Configuration;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Caller;
import org.callboard.api.ui.CatalogColumn;
import org.callboard.api.ui.Value;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What services cost, as a column of the catalog. */
@Component
public final class CostColumn implements CatalogColumn {

    private final Figures figures;
    private final Configuration configuration;

    /** Makes the column. */
    @Activate
    public CostColumn(@Reference Figures figures, @Reference Configuration configuration) {
        this.figures = figures;
        this.configuration = configuration;
    }

    @Override
    public String title() {
        return "Cost of 30 days";
    }

    @Override
    public Map<EntityRef, Value> values(List<Entity> entities, Caller caller) {
        String currency = configuration.current(CostConfig.class).currency();
        Map<EntityRef, Figures.Sums> sums = figures.sums();
        Map<EntityRef, Value> values = new HashMap<>();
        for (Entity entity : entities) {
            Figures.Sums sum = sums.get(entity.ref());
            if (sum != null) {
                values.put(entity.ref(), Value.money(sum.month(), currency));
            }
        }
        return values;
    }
}
