package org.callboard.plugin.webshell.home;

import java.util.ArrayList;
import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.EntityRef;
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

/** The groups that the reader is in, and those above them. */
@Component
public final class TeamsCard implements HomeCard {

    private static final int ROWS = 8;

    private final Catalog catalog;
    private final Teams teams;
    private final Owned owned;

    /** Makes the card. */
    @Activate
    public TeamsCard(@Reference Catalog catalog, @Reference KeptHomes homes) {
        this.catalog = catalog;
        this.teams = new Teams(catalog, homes);
        this.owned = new Owned(catalog);
    }

    @Override
    public String title() {
        return "Your groups";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.order(5);
    }

    @Override
    public View show(ViewRequest request) {
        Caller caller = request.caller();
        List<EntityRef> groups = new ArrayList<>(teams.groups(caller));
        groups.addAll(teams.above(caller, List.copyOf(groups)));
        if (groups.isEmpty()) {
            return View.empty()
                    .with(new Block.Empty(
                            "You are in no group",
                            teams.person(caller).isPresent()
                                    ? "A User entity names its groups in spec.memberOf."
                                    : "There is no User entity for " + caller.getName() + " in the catalog."))
                    .value("Find one", Value.page("All groups", "/catalog?kind=group"));
        }
        return View.empty()
                .with(Table.of(
                                "groups",
                                Table.Column.of("group", "Group"),
                                Table.Column.number("people", "People"),
                                Table.Column.number("owns", "Owns"))
                        .rows(groups.subList(0, Math.min(ROWS, groups.size())), group -> row(caller, group)));
    }

    private List<Value> row(Caller caller, EntityRef group) {
        int people = catalog.find(caller, group)
                .map(found -> Teams.targets(found, "hasMember").size())
                .orElse(0);
        return List.of(
                Value.of(group),
                Value.of(people),
                Value.of(owned.page(caller, List.of(group), 0).total()));
    }
}
