package org.callboard.plugin.webshell;

import org.callboard.api.model.Entity;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.EntityTab;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.osgi.service.component.annotations.Component;

/** What is around an entity, as a picture. */
@Component
public final class GraphTab implements EntityTab {

    @Override
    public String title() {
        return "Graph";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.order(0);
    }

    @Override
    public View show(Entity entity, ViewRequest request) {
        return View.empty().with(new Block.Graph(entity.ref(), 1));
    }
}
