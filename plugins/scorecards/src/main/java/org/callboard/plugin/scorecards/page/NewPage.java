package org.callboard.plugin.scorecards.page;

import org.callboard.api.ui.ElementPage;
import org.callboard.api.ui.Icon;
import org.callboard.api.ui.PagePlace;
import org.osgi.service.component.annotations.Component;

/** The file of a standard that is not there yet. */
@Component
public final class NewPage implements ElementPage {

    @Override
    public String title() {
        return "New standard";
    }

    @Override
    public PagePlace place() {
        return PagePlace.at("new").unlisted().icon(Icon.CHECKLIST);
    }

    @Override
    public String element() {
        return "edit-page";
    }
}
