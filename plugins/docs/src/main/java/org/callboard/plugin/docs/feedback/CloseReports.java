package org.callboard.plugin.docs.feedback;

import org.callboard.api.security.PluginPermission;
import org.osgi.service.component.annotations.Component;

/** The right to look after documentation that others own. */
@Component
public final class CloseReports implements PluginPermission {

    static final String NAME = "docs.report.close";

    @Override
    public String permission() {
        return NAME;
    }

    @Override
    public String description() {
        return "To see and close what readers report of documentation that others own.";
    }
}
