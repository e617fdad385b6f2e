package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Locations;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.plugin.catalogapi.LocationJson.Place;

/**
 * {@code /analyze-location}: which entities a place has, or else one that somebody might write for it. There is no looking
 * for descriptors in a repository: the place is the descriptor.
 */
final class LocationAnalysis {

    private static final String MANAGED_BY = "backstage.io/managed-by-location";

    private final Catalog catalog;
    private final Locations locations;
    private final JsonFormat json;

    LocationAnalysis(Catalog catalog, Locations locations, JsonFormat json) {
        this.catalog = catalog;
        this.locations = locations;
        this.json = json;
    }

    void post(Exchange exchange) throws IOException {
        exchange.parameters();
        Body body = Body.read(exchange, json);
        body.require("location");
        Place place = Place.of(body.object("location").orElseThrow());
        String name = SuggestedName.of(place.target());
        List<Json.Obj> entities = entities(exchange.caller(), place);
        exchange.answer(
                Json.object()
                        .put("existingEntityFiles", new Json.Arr(files(exchange.caller(), entities)))
                        .put(
                                "generateEntities",
                                new Json.Arr(entities.isEmpty() ? List.of(suggested(name)) : List.of()))
                        .build(),
                json);
    }

    /** {@return what is written there; nothing where it can't be read} */
    private List<Json.Obj> entities(Caller caller, Place place) {
        EntityRef itself = Location.entityRef(place.type(), place.target());
        try {
            return locations.preview(caller, place.type(), place.target()).entities().stream()
                    .filter(entity -> !ref(entity).equals(itself))
                    .toList();
        } catch (PortalException failure) {
            if (failure.kind() != ProblemKind.BAD_INPUT) {
                throw failure;
            }
            return List.of();
        }
    }

    private List<Json> files(Caller caller, List<Json.Obj> entities) {
        Set<String> registered = new HashSet<>();
        for (Json.Obj entity : entities) {
            catalog.find(caller, ref(entity))
                    .flatMap(there -> there.annotation(MANAGED_BY))
                    .filter(location(entity)::equals)
                    .ifPresent(registered::add);
        }
        return entities.stream()
                .<Json>map(entity -> Json.object()
                        .put("location", split(location(entity)))
                        .put("isRegistered", registered.contains(location(entity)) ? Json.Bool.TRUE : Json.Bool.FALSE)
                        .put("entity", entity)
                        .build())
                .toList();
    }

    private static Json split(String location) {
        int colon = location.indexOf(':');
        return Json.object()
                .put("type", location.substring(0, Math.max(colon, 0)))
                .put("target", location.substring(colon + 1))
                .build();
    }

    private static String location(Json.Obj entity) {
        return entity.text("metadata", "annotations", MANAGED_BY).orElse("");
    }

    private static EntityRef ref(Json.Obj entity) {
        return new EntityRef(
                entity.text("kind").orElse(""),
                entity.text("metadata", "namespace").orElse(EntityRef.DEFAULT_NAMESPACE),
                entity.text("metadata", "name").orElse(""));
    }

    private static Json suggested(String name) {
        Json.Obj entity = Json.object()
                .put("apiVersion", "backstage.io/v1alpha1")
                .put("kind", "Component")
                .put("metadata", Json.object().put("name", name).build())
                .put(
                        "spec",
                        Json.object()
                                .put("type", "other")
                                .put("lifecycle", "unknown")
                                .build())
                .build();
        return Json.object()
                .put("entity", entity)
                .put("fields", new Json.Arr(List.of()))
                .build();
    }
}
