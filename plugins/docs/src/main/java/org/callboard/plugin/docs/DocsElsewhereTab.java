package org.callboard.plugin.docs;

import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.ElementTab;
import org.osgi.service.component.annotations.Component;

/** The documentation that an entity shares with another, on the page of the one that has none of its own. */
@Component
public final class DocsElsewhereTab implements ElementTab {

    @Override
    public String id() {
        return "docs-elsewhere";
    }

    @Override
    public String title() {
        return "Docs";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.annotation(DocsPlace.ENTITY).order(20);
    }

    @Override
    public String element() {
        return "docs-tab";
    }
}
