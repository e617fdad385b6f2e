package org.callboard.core;

import java.util.Optional;
import org.callboard.api.ingest.EntityProvider;
import org.callboard.api.ingest.Provided;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.revision.ActiveRevisions;
import org.callboard.core.revision.Revision;
import org.callboard.core.store.ProvidedStore;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

/** Gives each plugin a service to change what its own entity providers gave. */
final class ProvidedServices implements ServiceFactory<Provided> {

    private final ActiveRevisions active;
    private final ProvidedStore store;
    private final Runnable changed;

    ProvidedServices(ActiveRevisions active, ProvidedStore store, Runnable changed) {
        this.active = active;
        this.store = store;
        this.changed = changed;
    }

    @Override
    public Provided getService(Bundle bundle, ServiceRegistration<Provided> registration) {
        return new Own(bundle);
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<Provided> registration, Provided service) {
        // nothing is open between two calls
    }

    private final class Own implements Provided {

        private final Bundle bundle;

        Own(Bundle bundle) {
            this.bundle = bundle;
        }

        @Override
        public void put(String provider, Json.Obj entity) {
            requireOwn(provider);
            EntityRef ref = ref(entity);
            if (store.put(bundle.getSymbolicName(), provider, ref.toString(), entity)) {
                changed.run();
            }
        }

        @Override
        public void remove(String provider, EntityRef entity) {
            requireOwn(provider);
            if (store.remove(bundle.getSymbolicName(), provider, entity.toString())) {
                changed.run();
            }
        }

        private void requireOwn(String provider) {
            Optional<Revision> serving = active.find(bundle.getSymbolicName());
            boolean isOwn = serving.stream()
                    .flatMap(revision -> revision.extensions().stream())
                    .filter(extension -> extension.point() == EntityProvider.class)
                    .filter(extension -> extension.id().equals(provider))
                    .anyMatch(extension -> bundle.equals(
                            FrameworkUtil.getBundle(extension.extension().getClass())));
            if (!isOwn) {
                throw new PortalException(
                        ProblemKind.UNAVAILABLE,
                        "This revision of plugin '" + bundle.getSymbolicName()
                                + "' does not serve, or has no entity provider '" + provider + "'.",
                        "Change entities only while the plugin serves, and by the id of its own provider.");
            }
        }

        private static EntityRef ref(Json.Obj entity) {
            String name = entity.text("metadata", "name").orElse("");
            String namespace = entity.text("metadata", "namespace").orElse(EntityRef.DEFAULT_NAMESPACE);
            return EntityRef.parse(entity.text("kind").orElse("") + ":" + namespace + "/" + name);
        }
    }
}
