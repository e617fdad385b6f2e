package org.callboard.plugin.examplecost;

import java.util.List;
import java.util.Optional;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.security.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The services of the catalog, as far as somebody may read them. */
@Component(service = Services.class)
public final class Services {

    private static final int MOST = 1_000;
    private static final Filter SERVICES =
            new Filter.All(List.of(Filter.equal("kind", "component"), Filter.equal("spec.type", "service")));

    private final Catalog catalog;

    /** Looks into this catalog. */
    @Activate
    public Services(@Reference Catalog catalog) {
        this.catalog = catalog;
    }

    List<Entity> all(Caller caller) {
        return catalog.query(caller, Query.of(SERVICES, MOST)).items();
    }

    Optional<Entity> find(Caller caller, EntityRef service) {
        return catalog.find(caller, service);
    }
}
