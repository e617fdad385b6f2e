package org.callboard.plugin.docs.feedback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.HomeCard;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.Table.Column;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.callboard.plugin.docs.SiteAddress;
import org.callboard.plugin.docs.feedback.Needs.Need;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The pages that need those who own them. */
@Component
public final class DocsNeedsCard implements HomeCard {

    private static final int MOST = 8;

    private final Needs needs;

    /** Shows these. */
    @Activate
    public DocsNeedsCard(@Reference Needs needs) {
        this.needs = needs;
    }

    @Override
    public String title() {
        return "Documentation that needs you";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.order(3).size(CardPlace.Size.LARGE);
    }

    @Override
    public View show(ViewRequest request) {
        List<Need> all = needs.of(request.caller(), Instant.now());
        if (all.isEmpty()) {
            return View.empty()
                    .with(new Block.Empty(
                            "Nothing needs you",
                            "No page of what you own is reported, found unhelpful, stale or unread."))
                    .refreshEvery(Duration.ofMinutes(5));
        }
        Table table = Table.of("needs", Column.of("page", "Page"), Column.of("entity", "Of"), Column.of("why", "Why"))
                .rows(all.subList(0, Math.min(MOST, all.size())), DocsNeedsCard::row);
        View view = View.empty().with(table).refreshEvery(Duration.ofMinutes(5));
        return all.size() > MOST ? view.value("Besides", (all.size() - MOST) + " other pages") : view;
    }

    private static List<Value> row(Need need) {
        String path = new SiteAddress(need.entity().ref()).of(need.page(), "");
        return List.of(
                Value.page(need.title(), path), Value.of(need.entity().ref()), Value.of(String.join(", ", why(need))));
    }

    private static List<String> why(Need need) {
        List<String> why = new ArrayList<>();
        if (need.open() > 0) {
            why.add(need.open() == 1 ? "1 open report" : need.open() + " open reports");
        }
        if (need.votes().no() > need.votes().yes()) {
            long all = need.votes().no() + need.votes().yes();
            why.add(need.votes().no() + " of " + all + " found it unhelpful");
        }
        need.stale()
                .ifPresent(at -> why.add("not changed since " + at.toString().substring(0, 10)));
        if (need.isUnread()) {
            why.add("nobody reads it");
        }
        return why;
    }
}
