package org.callboard.plugin.docs.feedback;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Caller;
import org.callboard.api.ui.CatalogColumn;
import org.callboard.api.ui.Value;
import org.callboard.plugin.docs.DocsIndex;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How many reports of entities' documentation are open, as a column of the catalog and a fact for scorecards. */
@Component
public final class OpenReportsColumn implements CatalogColumn {

    private final Reports reports;

    /** Counts these. */
    @Activate
    public OpenReportsColumn(@Reference Reports reports) {
        this.reports = reports;
    }

    @Override
    public String title() {
        return "Open reports of docs";
    }

    @Override
    public Map<EntityRef, Value> values(List<Entity> entities, Caller caller) {
        Map<EntityRef, Long> open = reports.open();
        Map<EntityRef, Value> values = new HashMap<>();
        for (Entity entity : entities) {
            Long count = open.get(entity.ref());
            if (count != null || DocsIndex.isDocumented(entity)) {
                values.put(entity.ref(), Value.of(count == null ? 0 : count));
            }
        }
        return values;
    }
}
