package org.callboard.testkit;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Caller;
import org.callboard.api.task.TaskRun;

/** A run of a task, due when a test says. Thread-safe. */
public final class TestRun implements TaskRun {

    private static final EntityRef PLUGIN = new EntityRef("plugin", EntityRef.DEFAULT_NAMESPACE, "under-test");

    private final Instant due;
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private volatile boolean isCancelled;

    private TestRun(Instant due) {
        this.due = due;
    }

    /** {@return a run that was due then, for example {@code 2026-03-01T03:00:00Z}} */
    public static TestRun dueAt(String instant) {
        return new TestRun(Instant.parse(instant));
    }

    /** {@return a run that is due now} */
    public static TestRun now() {
        return new TestRun(Instant.now());
    }

    /** Asks it to end, as the portal does when the plugin goes. */
    public void cancel() {
        isCancelled = true;
    }

    /** {@return how far it said it was, in order} */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public Caller caller() {
        return new TestCaller(PLUGIN, "The plugin", java.util.Set.of("*"));
    }

    @Override
    public Instant scheduledFor() {
        return due;
    }

    @Override
    public void progress(String message) {
        messages.add(message);
    }

    @Override
    public boolean isCancelled() {
        return isCancelled;
    }
}
