package org.callboard.core;

import org.callboard.api.model.EntityRef;
import org.callboard.api.ui.Views;
import org.callboard.core.http.ViewChanges;
import org.callboard.core.http.ViewChanges.Change;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Gives each plugin a {@link Views} of its own, which says nothing any more when the plugin has given it back. */
final class PluginViews implements ServiceFactory<Views> {

    private final ViewChanges changes;

    PluginViews(ViewChanges changes) {
        this.changes = changes;
    }

    @Override
    public Views getService(Bundle bundle, ServiceRegistration<Views> registration) {
        return new OwnViews(bundle.getSymbolicName(), changes);
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<Views> registration, Views service) {
        ((OwnViews) service).isGivenBack = true;
    }

    private static final class OwnViews implements Views {

        private final String plugin;
        private final ViewChanges changes;
        private volatile boolean isGivenBack;

        OwnViews(String plugin, ViewChanges changes) {
            this.plugin = plugin;
            this.changes = changes;
        }

        @Override
        public void changed() {
            tell(new Change(plugin, null, null));
        }

        @Override
        public void changed(String extension) {
            tell(new Change(plugin, extension, null));
        }

        @Override
        public void changed(String extension, EntityRef entity) {
            tell(new Change(plugin, extension, entity.toString()));
        }

        private void tell(Change change) {
            if (!isGivenBack) {
                changes.changed(change);
            }
        }
    }
}
