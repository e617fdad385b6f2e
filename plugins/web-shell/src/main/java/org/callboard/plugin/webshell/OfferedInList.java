package org.callboard.plugin.webshell;

import java.util.ArrayList;
import java.util.List;
import org.callboard.api.extension.ExtensionHandle;
import org.callboard.api.extension.Extensions;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.ui.CatalogColumn;
import org.callboard.api.ui.CatalogFacet;

/** The columns and facets that plugins offer for the list of entities. */
record OfferedInList(Extensions extensions) {

    private static final int LONGEST_PATH = 300;

    Json.Obj json() {
        List<Json> columns = extensions.of(CatalogColumn.class).stream()
                .<Json>map(handle -> Spot.facts(handle).build())
                .toList();
        List<Json> facets = new ArrayList<>();
        extensions.of(CatalogFacet.class).forEach(handle -> facets.add(facet(handle)));
        return Json.object()
                .put("columns", new Json.Arr(columns))
                .put("facets", new Json.Arr(facets))
                .build();
    }

    private static Json.Obj facet(ExtensionHandle<CatalogFacet> handle) {
        Json.Builder facet = Spot.facts(handle);
        try {
            facet.put("path", handle.call(OfferedInList::path));
        } catch (PortalException failure) {
            facet.put("error", Spot.message(failure));
        }
        return facet.build();
    }

    /** Runs as the plugin: a path that leads nowhere is its failure. */
    private static String path(CatalogFacet facet) {
        String path = facet.path().strip();
        if (path.isEmpty() || path.length() > LONGEST_PATH || path.contains("=")) {
            throw new PortalException(
                    ProblemKind.INTERNAL,
                    "The facet '" + facet.title() + "' names no field.",
                    "Let path() return a dotted path such as metadata.labels.tier.");
        }
        return path;
    }

    /**
     * {@return a column}
     *
     * @param name {@code PLUGIN/ID}
     */
    ExtensionHandle<CatalogColumn> column(String name) {
        return extensions.of(CatalogColumn.class).stream()
                .filter(handle -> name.equals(handle.plugin() + "/" + handle.id()))
                .findFirst()
                .orElseThrow(() -> new PortalException(
                        ProblemKind.NOT_FOUND,
                        "No plugin offers the column '" + name + "' now.",
                        "Take the column away, or install its plugin again."));
    }
}
