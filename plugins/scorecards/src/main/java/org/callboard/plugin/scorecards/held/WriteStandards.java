package org.callboard.plugin.scorecards.held;

import org.callboard.api.security.PluginPermission;
import org.osgi.service.component.annotations.Component;

/** The right to write standards that the portal keeps. */
@Component
public final class WriteStandards implements PluginPermission {

    static final String NAME = "scorecards.standard.write";

    @Override
    public String permission() {
        return NAME;
    }

    @Override
    public String description() {
        return "To write and remove standards that stand in no file.";
    }
}
