package org.callboard.testkit;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.callboard.api.ingest.Provision;
import org.callboard.api.model.Json;
import org.callboard.api.security.Caller;

/** A run of an entity provider that keeps what it was given. */
public final class TestProvision implements Provision {

    private final TestRun run;
    private final List<Json.Obj> entities = new ArrayList<>();
    private boolean saidNone;

    private TestProvision(TestRun run) {
        this.run = run;
    }

    /** {@return a run that is due now} */
    public static TestProvision now() {
        return of(TestRun.now());
    }

    /** {@return a run like this one} */
    public static TestProvision of(TestRun run) {
        return new TestProvision(run);
    }

    /** {@return what it was given, in order; pages as annotations} */
    public List<Json.Obj> entities() {
        return List.copyOf(entities);
    }

    /** {@return whether it succeeds as far as the portal is concerned}: it was given something, or told of nothing */
    public boolean isComplete() {
        return saidNone || !entities.isEmpty();
    }

    @Override
    public void add(Json.Obj entity) {
        entities.add(entity);
    }

    @Override
    public void add(Json.Obj entity, URI page) {
        Json.Obj metadata = entity.object("metadata");
        Json.Obj annotations = metadata.object("annotations").with("backstage.io/view-url", Json.of(page.toString()));
        add(entity.with("metadata", metadata.with("annotations", annotations)));
    }

    @Override
    public void none() {
        saidNone = true;
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
