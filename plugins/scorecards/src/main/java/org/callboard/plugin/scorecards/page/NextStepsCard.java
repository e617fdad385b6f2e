package org.callboard.plugin.scorecards.page;

import java.time.Duration;
import java.util.List;
import org.callboard.api.model.EntityRef;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.HomeCard;
import org.callboard.api.ui.Table;
import org.callboard.api.ui.Table.Column;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.callboard.plugin.scorecards.http.NextSteps;
import org.callboard.plugin.scorecards.http.NextSteps.Step;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What readers are to do next with what they own, the least effort first. */
@Component
public final class NextStepsCard implements HomeCard {

    private static final int MOST = 6;

    private final NextSteps steps;

    /** Shows these. */
    @Activate
    public NextStepsCard(@Reference NextSteps steps) {
        this.steps = steps;
    }

    @Override
    public String title() {
        return "Next steps";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.order(2).size(CardPlace.Size.LARGE);
    }

    @Override
    public View show(ViewRequest request) {
        return view(steps.own(request.caller())).refreshEvery(Duration.ofMinutes(1));
    }

    static View view(List<Step> all) {
        if (all.isEmpty()) {
            return View.empty()
                    .with(new Block.Empty(
                            "Nothing to do", "What you own has reached its levels, or no standard applies to it."));
        }
        Table table = Table.of(
                        "steps", Column.of("step", "Step"), Column.of("entity", "For"), Column.of("effort", "Effort"))
                .rows(all.subList(0, Math.min(MOST, all.size())), NextStepsCard::row);
        View view = View.empty().with(table);
        return all.size() > MOST
                ? view.value("More", Value.page(all.size() - MOST + " other steps", "/scorecards"))
                : view;
    }

    private static List<Value> row(Step step) {
        EntityRef ref = step.row().ref();
        String path = "/catalog/%s/%s/%s/scorecards.scorecard#%s"
                .formatted(ref.namespace(), ref.kind(), ref.name(), step.check().id());
        return List.of(
                Value.page(step.check().title(), path),
                Value.of(ref),
                Value.of(step.check().effort().word()));
    }
}
