package org.callboard.plugin.webshell.home;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.EntityRef;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.HomeCard;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the reader looked at last. */
@Component
public final class VisitedCard implements HomeCard {

    private static final int ROWS = 8;

    private final Catalog catalog;
    private final KeptHomes homes;

    /** Makes the card. */
    @Activate
    public VisitedCard(@Reference Catalog catalog, @Reference KeptHomes homes) {
        this.catalog = catalog;
        this.homes = homes;
    }

    @Override
    public String title() {
        return "Recently visited";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.order(3);
    }

    @Override
    public View show(ViewRequest request) {
        List<Map.Entry<EntityRef, Instant>> visits = homes.visits(request.caller()).entrySet().stream()
                .filter(visit -> catalog.find(request.caller(), visit.getKey()).isPresent())
                .limit(ROWS)
                .toList();
        if (visits.isEmpty()) {
            return View.empty().with(new Block.Empty("Nothing yet", "Entities that you open are listed here."));
        }
        return View.empty()
                .with(Table.of("visited", Table.Column.of("entity", "Entity"), Table.Column.number("seen", "Seen"))
                        .rows(visits, visit -> List.of(Value.of(visit.getKey()), Value.of(visit.getValue()))));
    }
}
