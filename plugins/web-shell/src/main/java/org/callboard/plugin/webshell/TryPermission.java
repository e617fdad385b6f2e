package org.callboard.plugin.webshell;

import org.callboard.api.security.PluginPermission;
import org.osgi.service.component.annotations.Component;

/** The right to have the portal call an API. */
@Component
public final class TryPermission implements PluginPermission {

    static final String NAME = "web-shell.try";

    @Override
    public String permission() {
        return NAME;
    }

    @Override
    public String description() {
        return "Call operations of APIs from the portal, at the hosts that the operator lists for it.";
    }
}
