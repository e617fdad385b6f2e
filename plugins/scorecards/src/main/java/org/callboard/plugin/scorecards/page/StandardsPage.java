package org.callboard.plugin.scorecards.page;

import org.callboard.api.ui.ElementPage;
import org.callboard.api.ui.Icon;
import org.callboard.api.ui.PagePlace;
import org.osgi.service.component.annotations.Component;

/** All standards, and what the reader is to do next. */
@Component
public final class StandardsPage implements ElementPage {

    @Override
    public String title() {
        return "Scorecards";
    }

    @Override
    public PagePlace place() {
        return PagePlace.FRONT.icon(Icon.CHECKLIST);
    }

    @Override
    public String element() {
        return "standards-page";
    }
}
