package org.callboard.plugin.webshell.home;

import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.EntityRef;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.HomeCard;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the reader owns, and how it is. */
@Component
public final class OwnedCard implements HomeCard {

    private static final int ROWS = 8;

    private final Teams teams;
    private final Owned owned;

    /** Makes the card. */
    @Activate
    public OwnedCard(@Reference Catalog catalog, @Reference KeptHomes homes) {
        this.teams = new Teams(catalog, homes);
        this.owned = new Owned(catalog);
    }

    @Override
    public String title() {
        return "Owned";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.order(0).size(CardPlace.Size.LARGE);
    }

    @Override
    public View show(ViewRequest request) {
        List<EntityRef> owners = teams.owners(request.caller());
        Table table = owned.table(request, owners, ROWS);
        if (table.total() > 0) {
            return View.empty().with(table);
        }
        return View.empty()
                .with(
                        teams.chosen(request.caller()).isEmpty()
                                ? new Block.Empty(
                                        "Nothing is yours yet",
                                        "What names you or one of your groups as its owner is listed here. Look at a group's things by choosing it above, or register what you work on.")
                                : new Block.Empty(
                                        "Nothing is owned here", "Choose another group above, or all that is yours."));
    }
}
