package org.callboard.api.source;

import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The files beside the descriptors of entities, a service of the portal: documentation, build files, whatever a repository
 * has. Nothing is read from this machine but what lies below a configured location, wherever a path or a link leads, and nothing
 * from the web but what the operator allows. Thread-safe.
 */
@ProviderType
public interface SourceFiles {

    /**
     * Opens a folder.
     *
     * <p>Beside a descriptor that was read from the web are the files of its repository: they are had as an archive, which is kept,
     * and asked for again now and then, behind the readers' backs. Only who opens a place without patterns while its archive was never
     * there waits for it, some seconds at the most.
     *
     * @throws PortalException NOT_FOUND where there is no such entity, the caller may not read it, or there is no such folder or
     *     repository; BAD_INPUT where the path is none, leads out of the configured locations or of what is allowed, or holds more than
     *     20 000 files, or where what is there is no archive; UNAVAILABLE where the files can't be had at the moment, or the entity's
     *     descriptor is neither a file nor on the web
     */
    SourceFolder folder(Caller caller, SourcePlace place);

    /** {@return {@link #folder(Caller, SourcePlace) the folder} that a path leads to} */
    default SourceFolder folder(Caller caller, EntityRef entity, String path) {
        return folder(caller, SourcePlace.beside(entity, path));
    }
}
