package org.callboard.plugin.webshell;

import org.callboard.api.model.Entity;
import org.callboard.api.ui.Block;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.EntityTab;
import org.callboard.api.ui.View;
import org.callboard.api.ui.ViewRequest;
import org.osgi.service.component.annotations.Component;

/**
 * What an API is like. The page knows this tab and draws it itself, out of what {@link DefinitionEndpoint} answers; whatever
 * else shows tabs has the text.
 */
@Component
public final class DefinitionTab implements EntityTab {

    private static final int MOST_SHOWN = 100_000;

    @Override
    public String id() {
        return "definition";
    }

    @Override
    public String title() {
        return "Definition";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.kinds("API").order(0);
    }

    @Override
    public View show(Entity entity, ViewRequest request) {
        String text = entity.spec("definition").orElse("");
        return View.empty()
                .with(
                        text.isEmpty()
                                ? new Block.Empty("It has no definition", "Put one below spec.definition.")
                                : new Block.Code(
                                        entity.spec("type").orElse(""),
                                        text.substring(0, Math.min(MOST_SHOWN, text.length()))));
    }
}
