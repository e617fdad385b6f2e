package org.callboard.api.task;

import java.util.List;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The tasks and entity providers of the plugins that serve, a service of the portal. Thread-safe. Each method throws
 * {@link PortalException} NOT_ALLOWED where the caller lacks the permission it names.
 */
@ProviderType
public interface Tasks {

    /** {@return all, by plugin and id}; needs {@value Permission#TASK_READ} */
    List<TaskInfo> list(Caller caller);

    /**
     * Has a task run now or, where a run goes on, once more when that has ended; a pause doesn't matter. Needs
     * {@value Permission#TASK_RUN}.
     *
     * @throws PortalException NOT_FOUND where no plugin that serves has such a task
     */
    void run(Caller caller, String plugin, String id);

    /** Has a task run no more by itself, until it is resumed; a run that goes on ends as usual. As {@link #run}. */
    void pause(Caller caller, String plugin, String id);

    /** Ends a pause; what was missed meanwhile is made up for by one run. As {@link #run}. */
    void resume(Caller caller, String plugin, String id);
}
