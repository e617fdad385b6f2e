package org.callboard.plugin.scorecards.http;

import org.callboard.api.security.PluginPermission;
import org.osgi.service.component.annotations.Component;

/** The right to push facts. */
@Component
public final class WriteFacts implements PluginPermission {

    static final String NAME = "scorecards.fact.write";

    @Override
    public String permission() {
        return NAME;
    }

    @Override
    public String description() {
        return "To push facts of entities, which checks ask for.";
    }
}
