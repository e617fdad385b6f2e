package org.callboard.plugin.docs;

import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.ElementTab;
import org.osgi.service.component.annotations.Component;

/** The documentation on the page of its entity. */
@Component
public final class DocsTab implements ElementTab {

    @Override
    public String id() {
        return "docs";
    }

    @Override
    public String title() {
        return "Docs";
    }

    @Override
    public CardPlace place() {
        return CardPlace.EVERYWHERE.annotation(DocsPlace.REF).order(20);
    }

    @Override
    public String element() {
        return "docs-tab";
    }
}
