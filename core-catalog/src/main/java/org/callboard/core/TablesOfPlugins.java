package org.callboard.core;

import org.callboard.api.storage.Tables;
import org.callboard.core.storage.PluginTables;
import org.callboard.core.storage.TableAccess;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Gives each revision that asks the tables of its plugin, for as long as it runs. */
record TablesOfPlugins(TableAccess access) implements ServiceFactory<Tables> {

    @Override
    public Tables getService(Bundle bundle, ServiceRegistration<Tables> registration) {
        return access.open(bundle.getSymbolicName());
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<Tables> registration, Tables tables) {
        if (tables instanceof PluginTables given) {
            given.close();
        }
    }
}
