package org.callboard.api.ingest;

import java.net.URI;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.task.TaskRun;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One run of an entity provider. What it gives goes the way that descriptors go: what is wrong with an entity becomes a
 * problem of it, and its last good version stays served. {@code catalog.rules} restrict only what its Location entities lead
 * to: who installs a plugin agrees to what it gives. Not for use by several threads.
 */
@ProviderType
public interface Provision extends TaskRun {

    /**
     * Adds an entity: what a descriptor would say, without {@code relations} and {@code status}.
     *
     * @throws PortalException TOO_LARGE beyond 1 MiB, and beyond 100 000 entities or 64 MiB in a run
     */
    void add(Json.Obj entity);

    /**
     * Adds an entity that people find at an address.
     *
     * @param page becomes its annotation {@code backstage.io/view-url}
     */
    void add(Json.Obj entity, URI page);

    /** Says that there are none. A run that neither adds any nor says so has failed: who asks in vain rarely means none. */
    void none();
}
