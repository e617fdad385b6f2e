package org.callboard.plugin.webshell.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.HomeCard;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.TablePage;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the reader has starred. */
@Component
public final class StarredCard implements HomeCard {

    private static final String TABLE = "starred";
    private static final int ROWS = 8;

    private final Catalog catalog;
    private final KeptHomes homes;

    /** Makes the card. */
    @Activate
    public StarredCard(@Reference Catalog catalog, @Reference KeptHomes homes) {
        this.catalog = catalog;
        this.homes = homes;
    }

    @Override
    public String title() {
        return "Starred";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.order(2);
    }

    @Override
    public View show(ViewRequest request) {
        List<EntityRef> stars = homes.stars(request.caller());
        if (stars.isEmpty()) {
            return View.empty()
                    .with(new Block.Empty("No stars yet", "The star at the head of an entity's page keeps it here."));
        }
        TablePage shown = ShortPage.of(request, TABLE, ROWS);
        List<List<Value>> rows = new ArrayList<>();
        for (EntityRef star : shown.cut(stars)) {
            rows.add(row(star, catalog.find(request.caller(), star), request));
        }
        return View.empty()
                .with(Table.of(TABLE, Table.Column.of("entity", "Entity"), Table.Column.of("health", "Descriptor"))
                        .rows(rows, row -> row)
                        .page(shown, stars.size()));
    }

    private List<Value> row(EntityRef star, Optional<Entity> entity, ViewRequest request) {
        return List.of(
                Value.of(star),
                entity.isPresent()
                        ? Owned.health(catalog.problems(request.caller(), star))
                        : Value.of("Not in the catalog"));
    }
}
