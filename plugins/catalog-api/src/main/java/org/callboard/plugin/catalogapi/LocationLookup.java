package org.callboard.plugin.catalogapi;

import java.io.IOException;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Locations;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** {@code /locations}: all of them, one by its id, and the one that an entity comes from. */
final class LocationLookup {

    private final Locations locations;
    private final JsonFormat json;

    LocationLookup(Locations locations, JsonFormat json) {
        this.locations = locations;
        this.json = json;
    }

    void all(Exchange exchange) throws IOException {
        exchange.parameters();
        exchange.answer(
                new Json.Arr(locations.list(exchange.caller()).stream()
                        .<Json>map(location -> Json.object()
                                .put("data", LocationJson.of(location))
                                .build())
                        .toList()),
                json);
    }

    void byId(Exchange exchange) throws IOException {
        exchange.parameters();
        String id = exchange.segment(0);
        Location location = locations
                .find(exchange.caller(), id)
                .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "Found no location with ID " + id));
        exchange.answer(LocationJson.of(location), json);
    }

    void byEntity(Exchange exchange) throws IOException {
        exchange.parameters();
        EntityRef ref = exchange.entity();
        Location location = locations
                .of(exchange.caller(), ref)
                .orElseThrow(
                        () -> new PortalException(ProblemKind.NOT_FOUND, "Found no location of the entity " + ref));
        exchange.answer(LocationJson.of(location), json);
    }
}
