package org.callboard.api.source;

import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The files beside the descriptors of entities, a service of the portal: documentation, build files, whatever a repository
 * has. Nothing is read but what lies below a configured location, wherever a path or a link leads. Thread-safe.
 */
@ProviderType
public interface SourceFiles {

    /**
     * Opens a folder.
     *
     * @param entity whose descriptor the folder stands beside
     * @param path where it is, from the folder of that descriptor: {@code .} for that folder itself, {@code docs},
     *     {@code ../handbook}
     * @throws PortalException NOT_FOUND where there is no such entity, the caller may not read it, or there is no such
     *     folder; BAD_INPUT where the path is none, leads out of the configured locations, or holds more than 20 000
     *     files; UNAVAILABLE where the entity was not read from a file, and so has no folder
     */
    SourceFolder folder(Caller caller, EntityRef entity, String path);
}
