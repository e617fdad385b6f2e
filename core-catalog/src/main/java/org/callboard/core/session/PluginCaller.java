package org.callboard.core.session;

import org.callboard.api.model.Entity;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;

/** A plugin at work on its own account: it may read the whole catalog, and nothing else. */
public record PluginCaller(String plugin) implements Caller {

    @Override
    public String getName() {
        return "plugin:" + plugin;
    }

    @Override
    public String displayName() {
        return "Plugin " + plugin;
    }

    @Override
    public boolean may(Permission permission) {
        return permission.name().equals(Permission.CATALOG_READ);
    }

    @Override
    public boolean may(Permission permission, Entity entity) {
        return may(permission);
    }

    @Override
    public String toString() {
        return getName();
    }
}
