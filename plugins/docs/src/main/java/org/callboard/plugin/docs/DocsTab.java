package org.callboard.plugin.docs;

import org.callboard.api.model.Entity;
import org.callboard.api.security.Caller;
import org.callboard.api.ui.CardPlace;
import org.callboard.api.ui.ElementTab;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The documentation on the page of its entity, and of those that share it. */
@Component
public final class DocsTab implements ElementTab {

    private final Sites sites;

    /** Stands where these have something to show, or something to say about why not. */
    @Activate
    public DocsTab(@Reference Sites sites) {
        this.sites = sites;
    }

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
        return CardPlace.EVERYWHERE.order(20);
    }

    @Override
    public boolean isOn(Entity entity, Caller caller) {
        return sites.has(caller, entity);
    }

    @Override
    public String element() {
        return "docs-tab";
    }
}
