package org.callboard.plugin.catalogapi;

import java.io.IOException;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.jspecify.annotations.Nullable;

/** {@code /entities/by-query}: pages with a total and cursors both ways. Either verb takes the other's cursors. */
final class EntityPages {

    private static final int DEFAULT_LIMIT = 200;

    private final Catalog catalog;
    private final JsonFormat json;
    private final EntityWriter writer;

    EntityPages(Catalog catalog, JsonFormat json, EntityWriter writer) {
        this.catalog = catalog;
        this.json = json;
        this.writer = writer;
    }

    void get(Exchange exchange) throws IOException {
        Parameters parameters = exchange.parameters(
                "fields",
                "limit",
                "offset",
                "orderField",
                "cursor",
                "filter",
                "fullTextFilterTerm",
                "fullTextFilterFields",
                "totalItems");
        FieldProjection fields = FieldProjection.of(parameters.list("fields"));
        int limit = limit(parameters.count("limit").orElse(DEFAULT_LIMIT));
        int offset = parameters.count("offset").orElse(0);
        boolean total = Inputs.wantsTotal(
                Parameters.path("totalItems"), parameters.text("totalItems").orElse("include"));
        String cursor = parameters.text("cursor").orElse(null);
        if (cursor != null) {
            answer(exchange, Cursor.decode(cursor, json), limit, fields);
        } else {
            answer(exchange, Criteria.of(parameters), new Window(limit, offset, total), fields);
        }
    }

    void post(Exchange exchange) throws IOException {
        exchange.parameters();
        Body body = Body.read(exchange, json);
        FieldProjection fields = FieldProjection.of(body.texts("fields"));
        int limit = limit(body.count("limit").orElse(DEFAULT_LIMIT));
        int offset = body.count("offset").orElse(0);
        boolean total = Inputs.wantsTotal(
                body.path("totalItems"), body.text("totalItems").orElse("include"));
        String cursor = body.text("cursor").orElse(null);
        if (cursor != null) {
            answer(exchange, Cursor.decode(cursor, json), limit, fields);
        } else {
            answer(exchange, Criteria.of(body), new Window(limit, offset, total), fields);
        }
    }

    /** What a first request asks for besides its criteria. */
    private record Window(int limit, int offset, boolean total) {}

    private void answer(Exchange exchange, Criteria criteria, Window window, FieldProjection fields)
            throws IOException {
        Query query = new Query(criteria.filter(), criteria.order(), window.limit, window.offset, null, null);
        Page page = catalog.query(exchange.caller(), query);
        write(exchange, page, criteria, window.total ? page.total() : 0, fields);
    }

    private void answer(Exchange exchange, Cursor cursor, int limit, FieldProjection fields) throws IOException {
        Page page = catalog.query(exchange.caller(), cursor.query(limit));
        write(exchange, page, cursor.criteria(), cursor.total() > 0 ? page.total() : 0, fields);
    }

    private void write(Exchange exchange, Page page, Criteria criteria, int total, FieldProjection fields)
            throws IOException {
        Json.Obj pageInfo = Json.object()
                .put("nextCursor", cursor(criteria, page.next(), false, total))
                .put("prevCursor", cursor(criteria, page.previous(), true, total))
                .build();
        AnswerStream out = exchange.answer();
        EntityWriter.text("{\"items\":[", out);
        writer.writeItems(page.items(), fields, out);
        EntityWriter.text("],\"totalItems\":" + total + ",\"pageInfo\":", out);
        writer.write(pageInfo, out);
        EntityWriter.text("}", out);
        out.finish();
    }

    private @Nullable String cursor(Criteria criteria, @Nullable String position, boolean backward, int total)
            throws IOException {
        return position == null ? null : new Cursor(criteria, backward, position, total).encode(json);
    }

    /** A longer page than the catalog gives is cut; its cursor leads on to the rest. */
    private static int limit(int asked) {
        return Math.min(asked, Query.MAX_LIMIT);
    }
}
