package org.callboard.plugin.scorecards.score;

import java.util.List;
import org.callboard.api.catalog.CatalogEvent;
import org.callboard.api.catalog.CatalogListener;
import org.callboard.api.model.EntityRef;
import org.callboard.plugin.scorecards.standard.Standard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has the scores of changed entities computed anew, and all that changed standards ask. */
@Component
public final class ChangedEntities implements CatalogListener {

    /** Where so many come at once, some may have been missed. */
    private static final int FLOOD = 1_000;

    private final Rescoring rescoring;

    /** Asks this one. */
    @Activate
    public ChangedEntities(@Reference Rescoring rescoring) {
        this.rescoring = rescoring;
    }

    @Override
    public void changed(List<CatalogEvent> events) {
        List<EntityRef> refs = events.stream().map(CatalogEvent::ref).toList();
        if (refs.size() >= FLOOD) {
            rescoring.askAll();
            return;
        }
        rescoring.ask(refs);
        if (refs.stream().anyMatch(ref -> ref.kind().equalsIgnoreCase(Standard.KIND))) {
            rescoring.askStandards();
        }
    }
}
