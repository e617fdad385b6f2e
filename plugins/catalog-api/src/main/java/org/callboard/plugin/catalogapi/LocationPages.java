package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import org.callboard.api.catalog.Location;
import org.callboard.api.catalog.Locations;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.jspecify.annotations.Nullable;

/** {@code /locations/by-query}: the locations that match, in pages by id. A cursor brings limit and query along. */
final class LocationPages {

    private static final int DEFAULT_LIMIT = 1_000;

    private final Locations locations;
    private final JsonFormat json;

    LocationPages(Locations locations, JsonFormat json) {
        this.locations = locations;
        this.json = json;
    }

    /** Which page is asked for. */
    private record Request(int limit, Json.@Nullable Obj query, String after) {

        static Request of(Body body) {
            int limit = body.count("limit").orElse(DEFAULT_LIMIT);
            if (limit == 0) {
                throw Inputs.bad("Limit must be a positive integer >= 1");
            }
            return new Request(
                    Math.min(limit, Query.MAX_LIMIT),
                    body.object("query").map(Body::fields).orElse(null),
                    body.text("afterId").orElse(""));
        }

        Json.Obj after(String id) {
            return Json.object()
                    .put("limit", limit)
                    .put("query", query)
                    .put("afterId", id)
                    .build();
        }
    }

    void post(Exchange exchange) throws IOException {
        exchange.parameters();
        Body body = Body.read(exchange, json);
        String cursor = body.text("cursor").orElse(null);
        answer(exchange, cursor == null ? Request.of(withoutPosition(body)) : decode(cursor));
    }

    /** Only a cursor says where to go on. */
    private static Body withoutPosition(Body body) {
        return new Body(body.path(), body.fields().without("afterId"));
    }

    private Request decode(String cursor) {
        try {
            Body fields = Body.of("cursor", Cursor.fromBase64(cursor, json));
            fields.require("limit");
            fields.require("afterId");
            return Request.of(fields);
        } catch (PortalException e) {
            throw new PortalException(
                    e.kind(),
                    "Malformed cursor: " + e.message(),
                    "Take a cursor out of an earlier answer as it is, or start again without one.",
                    e);
        }
    }

    private void answer(Exchange exchange, Request request) throws IOException {
        LocationFilter filter = LocationFilter.of(request.query());
        List<Location> matching = locations.list(exchange.caller()).stream()
                .filter(filter)
                .sorted(Comparator.comparing(Location::id))
                .toList();
        List<Location> rest = matching.stream()
                .filter(location -> location.id().compareTo(request.after()) > 0)
                .toList();
        List<Location> page = rest.subList(0, Math.min(request.limit(), rest.size()));
        Json.Builder pageInfo = Json.object();
        if (page.size() < rest.size()) {
            String last = page.get(page.size() - 1).id();
            pageInfo.put("nextCursor", Cursor.toBase64(request.after(last), json));
        }
        exchange.answer(toJson(page, matching.size(), pageInfo.build()), json);
    }

    private static Json toJson(List<Location> page, int total, Json pageInfo) {
        return Json.object()
                .put(
                        "items",
                        new Json.Arr(page.stream().<Json>map(LocationJson::of).toList()))
                .put("totalItems", total)
                .put("pageInfo", pageInfo)
                .build();
    }
}
