package org.callboard.plugin.webshell.home;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.Problem;
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

/** What is wrong with what the reader owns; of the whole catalog for those who own nothing. */
@Component
public final class ProblemsCard implements HomeCard {

    private static final int ROWS = 6;
    private static final int MOST = 1_000;
    private static final int MOST_OWNERS = 50;

    private final Catalog catalog;
    private final Teams teams;
    private final Owned owned;

    /** Makes the card. */
    @Activate
    public ProblemsCard(@Reference Catalog catalog, @Reference KeptHomes homes) {
        this.catalog = catalog;
        this.teams = new Teams(catalog, homes);
        this.owned = new Owned(catalog);
    }

    @Override
    public String title() {
        return "Problems";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.order(1);
    }

    @Override
    public View show(ViewRequest request) {
        Caller caller = request.caller();
        List<EntityRef> owners = teams.owners(caller);
        boolean isOwner = owned.page(caller, owners, 0).total() > 0
                || !teams.chosen(caller).isEmpty();
        List<Problem> found = isOwner ? ownedBy(caller, owners) : all(caller);
        if (found.isEmpty()) {
            return View.empty()
                    .with(new Block.Empty("No problems", isOwner ? "What you own is in order." : "All is in order."));
        }
        View view = isOwner ? View.empty() : View.empty().text("In the whole catalog:");
        Table table = Table.of("problems", Table.Column.of("level", "Level"), Table.Column.of("problem", "Problem"))
                .rows(found.subList(0, Math.min(ROWS, found.size())), ProblemsCard::row);
        String rest = found.size() <= ROWS ? "All problems" : "All problems, " + (found.size() - ROWS) + " more here";
        return view.with(table).value("More", Value.page(rest, "/problems"));
    }

    private List<Problem> ownedBy(Caller caller, List<EntityRef> owners) {
        List<Problem> found = new ArrayList<>();
        for (EntityRef owner : owners.subList(0, Math.min(MOST_OWNERS, owners.size()))) {
            found.addAll(catalog.problemsOwnedBy(caller, owner, MOST));
        }
        return worstFirst(found);
    }

    private List<Problem> all(Caller caller) {
        return worstFirst(catalog.problems(caller, MOST));
    }

    private static List<Problem> worstFirst(List<Problem> problems) {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::level).reversed())
                .toList();
    }

    private static List<Value> row(Problem problem) {
        String ref = problem.entityRef();
        String path = ref == null ? "/problems" : Paths.of(EntityRef.parse(ref)) + "/problems";
        return List.of(
                new Value.State(
                        Owned.status(problem.level()), problem.level().name().toLowerCase(java.util.Locale.ROOT)),
                Value.page(problem.reason(), path));
    }
}
