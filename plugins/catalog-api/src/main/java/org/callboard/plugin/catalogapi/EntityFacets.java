package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Facet;
import org.callboard.api.catalog.Filter;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;

/** {@code /entity-facets}: the values of some paths and how often each is there. */
final class EntityFacets {

    private final Catalog catalog;
    private final JsonFormat json;

    EntityFacets(Catalog catalog, JsonFormat json) {
        this.catalog = catalog;
        this.json = json;
    }

    void get(Exchange exchange) throws IOException {
        Parameters parameters = exchange.parameters("facet", "filter");
        if (parameters.all("facet").isEmpty()) {
            throw Inputs.bad("request/query must have required property 'facet'");
        }
        answer(exchange, FilterParser.parse(parameters.all("filter")), parameters.all("facet"));
    }

    void post(Exchange exchange) throws IOException {
        exchange.parameters();
        Body body = Body.read(exchange, json);
        body.require("facets");
        Filter filter = body.object("query")
                .map(query -> PredicateParser.parse(query.fields()))
                .orElse(Filter.NONE);
        answer(exchange, filter, body.texts("facets"));
    }

    private void answer(Exchange exchange, Filter filter, List<String> facets) throws IOException {
        List<String> paths =
                facets.stream().filter(path -> !path.isEmpty()).distinct().toList();
        Json.Builder answer = Json.object();
        for (Facet facet : catalog.facets(exchange.caller(), filter, paths)) {
            answer.put(facet.path(), values(facet));
        }
        exchange.answer(Json.object().put("facets", answer.build()).build(), json);
    }

    private static Json values(Facet facet) {
        return new Json.Arr(facet.values().stream()
                .<Json>map(value -> Json.object()
                        .put("value", value.value())
                        .put("count", value.count())
                        .build())
                .toList());
    }
}
