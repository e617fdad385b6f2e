package org.callboard.plugin.catalogapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.callboard.api.catalog.Catalog;
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
    public CatalogEndpoint(@Reference Catalog catalog, @Reference JsonFormat json) {
        EntityWriter writer = new EntityWriter(json);
        EntityList list = new EntityList(catalog, json, writer);
        EntityPages pages = new EntityPages(catalog, json, writer);
        EntityLookup lookup = new EntityLookup(catalog, writer);
        EntityBatch batch = new EntityBatch(catalog, json, writer);
        EntityAncestry ancestry = new EntityAncestry(catalog, writer);
        EntityFacets facets = new EntityFacets(catalog, json);
        ProblemList problems = new ProblemList(catalog, json);
        table = new RouteTable(List.of(
                Operation.get("/entities", list::get),
                Operation.get("/entities/by-query", pages::get),
                Operation.post("/entities/by-query", pages::post),
                Operation.post("/entities/by-refs", batch::post),
                Operation.get("/entities/by-name/{kind}/{namespace}/{name}", lookup::byName),
                Operation.get("/entities/by-name/{kind}/{namespace}/{name}/ancestry", ancestry::get),
                Operation.get("/entities/by-uid/{uid}", lookup::byUid),
                Operation.get("/entity-facets", facets::get),
                Operation.post("/entity-facets", facets::post),
                Operation.get("/problems", problems::get)));
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
