package org.callboard.plugin.exampleui;

import org.callboard.api.ui.ElementPage;
import org.callboard.api.ui.Icon;
import org.callboard.api.ui.PagePlace;
import org.osgi.service.component.annotations.Component;

/** A page with how many entities of each kind there are, always up to date. */
@Component
public final class KindsPage implements ElementPage {

    @Override
    public String title() {
        return "Kinds";
    }

    @Override
    public PagePlace place() {
        return PagePlace.FRONT.icon(Icon.CHART);
    }

    @Override
    public String element() {
        return "kinds-page";
    }
}
