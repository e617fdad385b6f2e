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
 * The entity catalog, a service of the portal. Thread-safe; answers hold only what the caller may read, as if there were
 * nothing else, and come from one moment each. A read that follows a write sees it. The caller is one that the portal made:
 * of a request, a view or a task's run; any other is refused with NOT_ALLOWED, like one that may read nothing.
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

    /**
     * {@return the entities whose names and titles people may mean by some words, the likeliest first: an exact name, then
     * names that start so, then words that do, then words with a letter wrong} A word may be the start of one, or a kind.
     *
     * @param filter which entities
     * @param limit how many at most, 0 to {@value Query#MAX_FOUND}
     * @throws PortalException BAD_INPUT where the limit or the filter can't be used
     */
    List<Entity> search(Caller caller, String words, Filter filter, int limit);

    /** {@return for each path, in the order given, its values among the entities that match} */
    List<Facet> facets(Caller caller, Filter filter, List<String> paths);

    /** {@return the problems of an entity that the caller may read, worst first} */
    List<Problem> problems(Caller caller, EntityRef ref);

    /**
     * {@return the problems of all entities that the caller may read, sorted by place, the first {@code limit} of them}; and
     * those of no certain entity, where the caller may read everything
     */
    List<Problem> problems(Caller caller, int limit);

    /**
     * {@return the problems of the entities that an owner has, worst first, the first {@code limit} of them}
     *
     * @param owner the target of their {@code ownedBy} relation; a document that was refused counts for the owner of the
     *     version that is served still
     */
    List<Problem> problemsOwnedBy(Caller caller, EntityRef owner, int limit);

    /**
     * {@return a number that rises whenever anything that can be read here changes} It says nothing of who may read it: an
     * answer is good for the caller who got it alone, and for as long as nobody changes what they may read.
     */
    long generation();
}
