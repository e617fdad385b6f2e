package org.callboard.api.ingest;

import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Changes what one's own entity providers gave, between their runs; for plugins that hear of changes. A service of the
 * portal, for each plugin its own. The next run of the provider replaces it all. Thread-safe; the catalog follows within a
 * moment.
 */
@ProviderType
public interface Provided {

    /**
     * Adds an entity, or takes it in the place of the one with its name.
     *
     * @param provider the id of one's own provider
     * @throws PortalException UNAVAILABLE where this revision does not serve, or has no such provider; BAD_INPUT where the
     *     entity has no kind or no name; TOO_LARGE as for {@link Provision#add(Json.Obj)}
     */
    void put(String provider, Json.Obj entity);

    /**
     * Takes an entity out; does nothing where the provider gave none of this name.
     *
     * @throws PortalException UNAVAILABLE where this revision does not serve, or has no such provider
     */
    void remove(String provider, EntityRef entity);
}
