package org.callboard.plugin.webshell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;
import org.callboard.api.security.Permission;
import org.callboard.api.ui.CatalogColumn;
import org.callboard.api.web.HttpEndpoint;
import org.callboard.api.web.Route;
import org.callboard.plugin.webshell.list.FacetCounts;
import org.callboard.plugin.webshell.list.FieldNames;
import org.callboard.plugin.webshell.list.ListExport;
import org.callboard.plugin.webshell.list.ListQuestion;
import org.callboard.plugin.webshell.list.PluginColumn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the page with the list of entities shows beside their documents, below {@code /api/web-shell/entities}: itself says
 * which columns and facets plugins offer, {@code fields} which fields entities have, {@code facets} counts values
 * ({@link FacetCounts}), {@code export} writes all rows to a file ({@link ListExport}, {@code format=csv} or {@code json}),
 * and {@code POST columns/PLUGIN/ID} with {@code {"entities"}} asks for the cells of a plugin's column.
 */
@Component
public final class EntityListEndpoint implements HttpEndpoint {

    private static final String PREFIX = "/api/web-shell/entities";
    private static final String COLUMNS = "/columns/";

    private final Catalog catalog;
    private final OfferedInList offered;
    private final JsonFormat format;

    /** Makes the endpoint. */
    @Activate
    public EntityListEndpoint(
            @Reference Catalog catalog, @Reference Extensions extensions, @Reference JsonFormat format) {
        this.catalog = catalog;
        this.offered = new OfferedInList(extensions);
        this.format = format;
    }

    @Override
    public List<Route> routes() {
        return List.of(new Route(PREFIX, Permission.CATALOG_READ));
    }

    @Override
    public void handle(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getRequestURI().substring(PREFIX.length());
        response.setHeader("Cache-Control", "no-store");
        if (path.startsWith(COLUMNS)) {
            Requests.refuseAllBut("POST", request);
            Requests.refuseAllButJson(request);
            write(cells(caller, path.substring(COLUMNS.length()), request), response);
            return;
        }
        Requests.refuseChanges(request);
        Map<String, String[]> query = request.getParameterMap();
        switch (path) {
            case "" -> write(offered.json(), response);
            case "/fields" -> write(new FieldNames(catalog, caller).json(), response);
            case "/facets" -> write(new FacetCounts(catalog, caller, ListQuestion.of(query)).of(query), response);
            case "/export" -> export(caller, query, response);
            default ->
                throw new PortalException(
                        ProblemKind.NOT_FOUND, "There is nothing at " + request.getRequestURI() + ".");
        }
    }

    private void write(Json.Obj answer, HttpServletResponse response) throws IOException {
        response.setContentType("application/json;charset=utf-8");
        format.write(answer, response.getOutputStream());
    }

    /** A plugin that fails has its error in the place of its cells. */
    private Json.Obj cells(Caller caller, String name, HttpServletRequest request) throws IOException {
        List<Optional<Entity>> rows = entities(request).stream()
                .map(ref -> catalog.find(caller, EntityRef.parse(ref)))
                .toList();
        List<Entity> found = rows.stream().flatMap(Optional::stream).distinct().toList();
        ExtensionHandle<CatalogColumn> column = offered.column(name);
        Json.Builder answer = Spot.facts(column);
        try {
            List<Json> cells = new PluginColumn(column).of(found, caller);
            List<Json> values = rows.stream()
                    .map(row ->
                            row.map(entity -> cells.get(found.indexOf(entity))).orElse(Json.Null.NULL))
                    .toList();
            answer.put("values", new Json.Arr(values));
        } catch (PortalException failure) {
            answer.put("error", Spot.message(failure));
        }
        return answer.build();
    }

    private List<String> entities(HttpServletRequest request) throws IOException {
        Json body = format.read(request.getInputStream());
        List<String> refs =
                body instanceof Json.Obj fields ? fields.array("entities").texts() : List.of();
        if (refs.isEmpty() || refs.size() > CatalogColumn.MOST_ENTITIES) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The body names " + refs.size() + " entities.",
                    "Send {\"entities\": [\"<reference>\"]} with 1 to " + CatalogColumn.MOST_ENTITIES + " of them.");
        }
        return refs;
    }

    private void export(Caller caller, Map<String, String[]> query, HttpServletResponse response) throws IOException {
        String kind = query.getOrDefault("format", new String[] {""})[0];
        if (!kind.equals("csv") && !kind.equals("json")) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT, "The query parameter 'format' is '" + kind + "'.", "Write csv or json.");
        }
        ListExport export = ListExport.of(catalog, caller, query, name -> new PluginColumn(offered.column(name)));
        response.setContentType((kind.equals("csv") ? "text/csv" : "application/json") + ";charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"catalog." + kind + "\"");
        if (kind.equals("csv")) {
            export.csv(response.getOutputStream());
        } else {
            export.json(format, response.getOutputStream());
        }
    }
}
