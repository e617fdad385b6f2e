package org.callboard.plugin.webshell.home;

import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
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

/** What most people look at: a way in for those who own nothing. Says nothing of who they are or how many. */
@Component
public final class PopularCard implements HomeCard {

    private static final int ROWS = 6;
    /** So that some are left of those that the reader may not see. */
    private static final int MOST_READ = 60;

    private final Catalog catalog;
    private final KeptHomes homes;

    /** Makes the card. */
    @Activate
    public PopularCard(@Reference Catalog catalog, @Reference KeptHomes homes) {
        this.catalog = catalog;
        this.homes = homes;
    }

    @Override
    public String title() {
        return "Visited by many";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.order(6);
    }

    @Override
    public View show(ViewRequest request) {
        List<Entity> popular = homes.visitedByMany(MOST_READ).stream()
                .flatMap(ref -> catalog.find(request.caller(), ref).stream())
                .limit(ROWS)
                .toList();
        if (popular.isEmpty()) {
            return View.empty()
                    .with(new Block.Empty("Nothing yet", "What people in this portal open most is listed here."));
        }
        return View.empty()
                .with(Table.of("popular", Table.Column.of("entity", "Entity"), Table.Column.of("type", "Type"))
                        .rows(
                                popular,
                                entity -> List.of(
                                        Value.of(entity.ref()),
                                        Value.of(entity.spec("type").orElse(entity.kind())))));
    }
}
