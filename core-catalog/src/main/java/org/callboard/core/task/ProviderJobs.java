package org.callboard.core.task;

import java.net.URI;
import java.time.Instant;
import java.util.function.Predicate;
import org.callboard.api.ingest.EntityProvider;
import org.callboard.api.ingest.Provision;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.task.TaskRun;
import org.callboard.core.store.ProvidedDocuments;
import org.callboard.core.store.ProvidedStore;

/** Makes of each entity provider a task that replaces what it gave. */
public final class ProviderJobs {

    private static final String VIEW_URL = "backstage.io/view-url";

    private final ProvidedStore store;
    private final Runnable changed;

    /**
     * Makes such as keep their entities here.
     *
     * @param changed is run whenever some provider gave something else than before
     */
    public ProviderJobs(ProvidedStore store, Runnable changed) {
        this.store = store;
        this.changed = changed;
    }

    Job job(TaskKey key, EntityProvider provider) {
        return run -> {
            Collecting collecting = new Collecting(run);
            provider.provide(collecting);
            return () -> replace(key, collecting);
        };
    }

    /** Forgets what the plugin's other providers gave. */
    void keepOnly(String plugin, Predicate<String> has) {
        for (ProvidedStore.ProvidedSet set : store.sets()) {
            if (set.plugin().equals(plugin) && !has.test(set.provider()) && store.forget(plugin, set.provider())) {
                changed.run();
            }
        }
    }

    private void replace(TaskKey key, Collecting collecting) {
        if (collecting.documents.isEmpty() && !collecting.none) {
            throw new PortalException(
                    ProblemKind.REFUSED,
                    "It gave no entity and did not say that there are none; what it gave before stays.",
                    "Where there are none, call none().");
        }
        if (store.replace(key.plugin(), key.id(), collecting.documents)) {
            changed.run();
        }
    }

    private static final class Collecting implements Provision {

        private final TaskRun run;
        private final ProvidedDocuments documents = new ProvidedDocuments();
        private boolean none;

        Collecting(TaskRun run) {
            this.run = run;
        }

        @Override
        public void add(Json.Obj entity) {
            documents.add(entity);
        }

        @Override
        public void add(Json.Obj entity, URI page) {
            Json.Obj metadata = entity.object("metadata");
            Json.Obj annotations = metadata.object("annotations").with(VIEW_URL, Json.of(page.toString()));
            add(entity.with("metadata", metadata.with("annotations", annotations)));
        }

        @Override
        public void none() {
            none = true;
        }

        @Override
        public Caller caller() {
            return run.caller();
        }

        @Override
        public Instant scheduledFor() {
            return run.scheduledFor();
        }

        @Override
        public void progress(String message) {
            run.progress(message);
        }

        @Override
        public boolean isCancelled() {
            return run.isCancelled();
        }
    }
}
