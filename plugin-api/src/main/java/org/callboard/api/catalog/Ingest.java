package org.callboard.api.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.Problem;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.osgi.annotation.versioning.ProviderType;

/**
 * How entities come into the catalog and leave it, a service of the portal. Thread-safe. Each method throws
 * {@link PortalException} NOT_ALLOWED where the caller lacks the permission it names.
 */
@ProviderType
public interface Ingest {

    /**
     * Has an entity's source, and what leads to it, read again now. What that leads to can be read when the method returns,
     * unless it takes longer than some seconds. Needs {@value Permission#CATALOG_REFRESH}.
     *
     * @throws PortalException NOT_FOUND where there is no such entity that the caller may read; NOT_ALLOWED also where they
     *     may read it and have the permission for others alone
     */
    void refresh(Caller caller, EntityRef entity);

    /**
     * Takes an entity out of the catalog. One that a source still declares is back when that source is next read. Does
     * nothing where no entity has this uid. Needs {@value Permission#CATALOG_DELETE}.
     *
     * @throws PortalException where the caller has the permission for some entities alone, NOT_ALLOWED for another one that
     *     they may read, and NOT_FOUND for whatever else
     */
    void delete(Caller caller, String uid);

    /**
     * Checks a document as if it were read from a location; needs {@value Permission#CATALOG_VALIDATE}.
     *
     * @param location {@code type:target}
     * @return what is wrong with it; it would be taken where none is an error
     */
    List<Problem> validate(Caller caller, Json.Obj document, String location);

    /** {@return where an entity comes from, as far as the caller may read that, if it is there}; needs {@value Permission#CATALOG_READ} */
    Optional<Provenance> provenance(Caller caller, EntityRef entity);

    /**
     * {@return when some entities last changed, of those that are there and the caller may read}; needs
     * {@value Permission#CATALOG_READ} It is far cheaper than asking for the provenance of each.
     *
     * @param entities 1 000 at the most
     */
    Map<EntityRef, Instant> changed(Caller caller, Collection<EntityRef> entities);
}
