package org.callboard.plugin.webshell;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Relation;
import org.callboard.api.security.Caller;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.EntityCard;
import org.callboard.api.ui.Status;
import org.callboard.api.ui.Value;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** An entity's relations by type, as links; targets that the caller finds nothing of are marked. */
@Component
public final class RelationsCard implements EntityCard {

    /** The tab beside has the rest. */
    private static final int MOST_OF_A_TYPE = 6;

    private final Catalog catalog;

    /** Makes the card. */
    @Activate
    public RelationsCard(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public String title() {
        return "Relations";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.order(10).size(CardPlace.Size.LARGE);
    }

    @Override
    public View show(Entity entity, ViewRequest request) {
        Map<String, List<EntityRef>> byType = entity.relations().stream()
                .collect(Collectors.groupingBy(
                        Relation::type, TreeMap::new, Collectors.mapping(Relation::target, Collectors.toList())));
        View view = View.empty();
        for (Map.Entry<String, List<EntityRef>> group : byType.entrySet()) {
            view = group(view, RelationTitle.of(group.getKey()), group.getValue(), request.caller());
        }
        return byType.isEmpty() ? none() : view;
    }

    private View group(View view, String label, List<EntityRef> targets, Caller caller) {
        for (EntityRef target : targets.subList(0, Math.min(MOST_OF_A_TYPE, targets.size()))) {
            view = view.value(label, target(target, caller));
        }
        int more = targets.size() - MOST_OF_A_TYPE;
        return more > 0 ? view.value(label, "and " + more + " more") : view;
    }

    private Value target(EntityRef target, Caller caller) {
        return catalog.find(caller, target).isPresent()
                ? Value.of(target)
                : new Value.State(Status.WARN, target + " is not in the catalog you see");
    }

    private static View none() {
        return View.empty()
                .with(new Block.Empty(
                        "No relations yet", "Name an owner, a system or what it depends on in its descriptor."));
    }
}
