package org.callboard.plugin.webshell.home;

import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.EntityCard;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a group or a person owns, and how it is. */
@Component
public final class EntityOwnsCard implements EntityCard {

    private static final int ROWS = 10;

    private final Owned owned;

    /** Makes the card. */
    @Activate
    public EntityOwnsCard(@Reference Catalog catalog) {
        this.owned = new Owned(catalog);
    }

    @Override
    public String title() {
        return "Owns";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.kinds("Group", "User").order(1).size(CardPlace.Size.LARGE);
    }

    @Override
    public View show(Entity entity, ViewRequest request) {
        Table table = owned.table(request, List.of(entity.ref()), ROWS);
        return table.total() > 0
                ? View.empty().with(table)
                : View.empty()
                        .with(new Block.Empty("Owns nothing", "Entities that name it in spec.owner are listed here."));
    }
}
