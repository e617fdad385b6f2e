package org.callboard.api.catalog;

import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.security.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The entity catalog, a service of the portal. Thread-safe; answers hold only what the caller may read, and come from one
 * moment each. A read that follows a write sees it.
 */
@ProviderType
public interface Catalog {

    /** {@return the entity, if it is there and the caller may read it} */
    Optional<Entity> find(Caller caller, EntityRef ref);

    /** {@return the entity with this {@code metadata.uid}, if it is there and the caller may read it} */
    Optional<Entity> findByUid(Caller caller, String uid);

    /**
     * Answers a query.
     *
     * @throws PortalException BAD_INPUT where the limit, the offset or a position can't be used
     */
    Page query(Caller caller, Query query);

    /** {@return for each path, in the order given, its values among the entities that match} */
    List<Facet> facets(Caller caller, Filter filter, List<String> paths);

    /** {@return the problems of an entity, worst first} */
    List<Problem> problems(Caller caller, EntityRef ref);

    /** {@return all problems, sorted by place, the first {@code limit} of them} */
    List<Problem> problems(Caller caller, int limit);

    /**
     * {@return the problems of the entities that an owner has, worst first, the first {@code limit} of them}
     *
     * @param owner the target of their {@code ownedBy} relation; a document that was refused counts for the owner of the
     *     version that is served still
     */
    List<Problem> problemsOwnedBy(Caller caller, EntityRef owner, int limit);

    /** {@return a number that rises whenever anything that can be read here changes} */
    long generation();
}
