package org.callboard.plugin.scorecards.page;

import org.callboard.api.ui.ElementPage;
import org.callboard.api.ui.Icon;
import org.callboard.api.ui.PagePlace;
import org.osgi.service.component.annotations.Component;

/** The file of a standard, to be changed and tried. */
@Component
public final class EditPage implements ElementPage {

    @Override
    public String title() {
        return "Edit standard";
    }

    @Override
    public PagePlace place() {
        return PagePlace.at("{namespace}/{name}/edit").icon(Icon.CHECKLIST);
    }

    @Override
    public String element() {
        return "edit-page";
    }
}
