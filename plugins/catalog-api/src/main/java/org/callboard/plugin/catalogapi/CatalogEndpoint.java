package org.callboard.plugin.catalogapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Locations;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.web.HttpEndpoint;
import org.callboard.api.web.Route;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers what {@code @backstage/catalog-client} asks below {@code /api/catalog}. */
@Component
public final class CatalogEndpoint implements HttpEndpoint {

    static final String PREFIX = "/api/catalog";

    private final RouteTable table;

    /** Wires one handler for each noun. */
    @Activate
    public CatalogEndpoint(
            @Reference Catalog catalog,
            @Reference Locations locations,
            @Reference Ingest ingest,
            @Reference JsonFormat json) {
        List<Operation> operations = new ArrayList<>();
        operations.addAll(one(catalog, ingest, json));
        operations.addAll(many(catalog, json));
        operations.addAll(ingesting(ingest, json));
        operations.addAll(places(catalog, locations, ingest, json));
        table = new RouteTable(operations);
    }

    private static List<Operation> one(Catalog catalog, Ingest ingest, JsonFormat json) {
        EntityWriter writer = new EntityWriter(json);
        EntityLookup lookup = new EntityLookup(catalog, writer);
        EntityAncestry ancestry = new EntityAncestry(catalog, ingest, writer);
        EntityProvenance provenance = new EntityProvenance(ingest, json);
        return List.of(
                Operation.get("/entities/by-name/{kind}/{namespace}/{name}", lookup::byName),
                Operation.get("/entities/by-name/{kind}/{namespace}/{name}/ancestry", ancestry::get),
                Operation.get("/entities/by-name/{kind}/{namespace}/{name}/provenance", provenance::get),
                Operation.get("/entities/by-uid/{uid}", lookup::byUid));
    }

    private static List<Operation> many(Catalog catalog, JsonFormat json) {
        EntityWriter writer = new EntityWriter(json);
        EntityPages pages = new EntityPages(catalog, json, writer);
        EntityFacets facets = new EntityFacets(catalog, json);
        return List.of(
                Operation.get("/entities", new EntityList(catalog, json, writer)::get),
                Operation.get("/entities/by-query", pages::get),
                Operation.post("/entities/by-query", pages::post),
                Operation.get("/entities/by-words", new EntityWords(catalog, writer)::get),
                Operation.post("/entities/by-refs", new EntityBatch(catalog, json, writer)::post),
                Operation.get("/entity-facets", facets::get),
                Operation.post("/entity-facets", facets::post),
                Operation.get("/problems", new ProblemList(catalog, json)::get));
    }

    private static List<Operation> ingesting(Ingest ingest, JsonFormat json) {
        EntityUpkeep upkeep = new EntityUpkeep(ingest, json);
        return List.of(
                Operation.post("/refresh", upkeep::refresh),
                Operation.delete("/entities/by-uid/{uid}", upkeep::remove),
                Operation.post("/validate-entity", new EntityValidation(ingest, json)::post));
    }

    private static List<Operation> places(Catalog catalog, Locations locations, Ingest ingest, JsonFormat json) {
        LocationLookup lookup = new LocationLookup(locations, json);
        LocationRegistration registration = new LocationRegistration(locations, ingest, json);
        return List.of(
                Operation.get("/locations", lookup::all),
                Operation.post("/locations", registration::post),
                Operation.post("/locations/by-query", new LocationPages(locations, json)::post),
                Operation.get("/locations/by-entity/{kind}/{namespace}/{name}", lookup::byEntity),
                Operation.get("/locations/{id}", lookup::byId),
                Operation.put("/locations/{id}", registration::put),
                Operation.delete("/locations/{id}", registration::delete),
                Operation.post("/analyze-location", new LocationAnalysis(catalog, locations, json)::post));
    }

    @Override
    public String title() {
        return "Catalog API";
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(PREFIX, Permission.CATALOG_READ));
    }

    @Override
    public void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        table.answer(caller, request, response);
    }
}
