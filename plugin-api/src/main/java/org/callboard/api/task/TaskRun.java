package org.callboard.api.task;

import java.time.Instant;
import org.callboard.api.security.Caller;
import org.osgi.annotation.versioning.ProviderType;

/** One run of a task. */
@ProviderType
public interface TaskRun {

    /** {@return the plugin as a caller, {@code plugin:<id>}; it may read the catalog} */
    Caller caller();

    /** {@return when the run was due, which may be some time ago: runs that were missed are made up for by one} */
    Instant scheduledFor();

    /** Tells operators, and the plugin's log, how far it is. */
    void progress(String message);

    /** {@return whether the run should end now, as the plugin or the portal goes} The thread is interrupted if it doesn't. */
    boolean isCancelled();
}
