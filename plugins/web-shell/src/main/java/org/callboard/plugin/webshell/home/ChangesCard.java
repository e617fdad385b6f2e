package org.callboard.plugin.webshell.home;

import java.util.ArrayList;
import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
import org.callboard.api.security.Caller;
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

/** What of the reader's changed last; of the whole catalog for those who own nothing. */
@Component
public final class ChangesCard implements HomeCard {

    private static final int ROWS = 6;
    private static final int MOST_OWNED = 500;
    private static final int MOST_READ = 100;

    private final Catalog catalog;
    private final Changes changes;
    private final Teams teams;
    private final Owned owned;

    /** Makes the card. */
    @Activate
    public ChangesCard(@Reference Catalog catalog, @Reference KeptHomes homes, @Reference Changes changes) {
        this.catalog = catalog;
        this.changes = changes;
        this.teams = new Teams(catalog, homes);
        this.owned = new Owned(catalog);
    }

    @Override
    public String title() {
        return "Recent changes";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.order(4);
    }

    @Override
    public View show(ViewRequest request) {
        Caller caller = request.caller();
        List<Entity> theirs =
                owned.page(caller, teams.owners(caller), MOST_OWNED).items();
        List<Changes.Change> found = theirs.isEmpty() ? ofAll(caller) : changes.of(caller, theirs);
        if (found.isEmpty()) {
            return View.empty().with(new Block.Empty("Nothing has changed", "Entities that change are listed here."));
        }
        View view = theirs.isEmpty() ? View.empty().text("In the whole catalog:") : View.empty();
        return view.with(Table.of("changes", Table.Column.of("entity", "Entity"), Table.Column.number("at", "Changed"))
                .rows(
                        found.subList(0, Math.min(ROWS, found.size())),
                        change -> List.of(Value.of(change.entity()), Value.of(change.at()))));
    }

    private List<Changes.Change> ofAll(Caller caller) {
        List<Changes.Change> readable = new ArrayList<>();
        for (Changes.Change change : changes.lately().stream().limit(MOST_READ).toList()) {
            if (readable.size() < ROWS
                    && !change.entity().kind().equals("location")
                    && catalog.find(caller, change.entity()).isPresent()) {
                readable.add(change);
            }
        }
        return readable;
    }
}
