package org.callboard.plugin.docs;

import org.callboard.api.ui.ElementPage;
import org.callboard.api.ui.Icon;
import org.callboard.api.ui.PagePlace;
import org.osgi.service.component.annotations.Component;

/** One page of an entity's documentation, at the address that Backstage has for it. */
@Component
public final class ReaderPage implements ElementPage {

    @Override
    public String title() {
        return "Documentation";
    }

    @Override
    public PagePlace place() {
        return PagePlace.at("{namespace}/{kind}/{name}/{page...}").icon(Icon.BOOK);
    }

    @Override
    public String element() {
        return "docs-page";
    }
}
