package org.callboard.api.catalog;

import java.util.List;
import java.util.Optional;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The registered locations, a service of the portal; those of the configuration are not among them. Thread-safe. Each
 * method throws {@link PortalException} NOT_ALLOWED where the caller lacks the permission it names, and those that change
 * something also where the configuration has {@code catalog.readonly: true}. What a change leads to can be read when the
 * method returns, unless that takes longer than some seconds.
 */
@ProviderType
public interface Locations {

    /** {@return all, by id}; needs {@value Permission#LOCATION_READ} */
    List<Location> list(Caller caller);

    /** {@return the one with this id}; needs {@value Permission#LOCATION_READ} */
    Optional<Location> find(Caller caller, String id);

    /** {@return the one that an entity comes from, if it comes from one}; needs {@value Permission#LOCATION_READ} */
    Optional<Location> of(Caller caller, EntityRef entity);

    /**
     * Registers a location; needs {@value Permission#LOCATION_CREATE}.
     *
     * @throws PortalException BAD_INPUT where it can't be read by its nature; CONFLICT where it is registered already
     */
    Location register(Caller caller, String type, String target);

    /**
     * Has a registered location name another place; needs {@value Permission#LOCATION_CREATE}.
     *
     * @throws PortalException as {@link #register}, which goes before NOT_FOUND where there is none with this id
     */
    Location move(Caller caller, String id, String type, String target);

    /**
     * Ends a registration; what nothing else leads to leaves the catalog. Needs {@value Permission#LOCATION_DELETE}.
     *
     * @throws PortalException NOT_FOUND where there is none with this id
     */
    void remove(Caller caller, String id);

    /**
     * Reads a place as if it were registered and keeps nothing; needs {@value Permission#LOCATION_ANALYZE}.
     *
     * @throws PortalException BAD_INPUT where it can't be read by its nature; UNAVAILABLE where that takes too long
     */
    Preview preview(Caller caller, String type, String target);
}
