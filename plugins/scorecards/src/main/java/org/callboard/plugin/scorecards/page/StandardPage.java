package org.callboard.plugin.scorecards.page;

import org.callboard.api.ui.ElementPage;
import org.callboard.api.ui.Icon;
import org.callboard.api.ui.PagePlace;
import org.osgi.service.component.annotations.Component;

/** One standard: how everything it applies to fares. */
@Component
public final class StandardPage implements ElementPage {

    @Override
    public String title() {
        return "Standard";
    }

    @Override
    public PagePlace place() {
        return PagePlace.at("{namespace}/{name}").icon(Icon.CHECKLIST);
    }

    @Override
    public String element() {
        return "standard-page";
    }
}
