package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Order;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.JsonFormat;
import org.jspecify.annotations.Nullable;

/** {@code /entities}: a plain array, whole or in pages that a Link header leads through. */
final class EntityList {

    /** How many entities are in memory at a time while a whole list is written. */
    private static final int STREAMED_PAGE = 1_000;

    private static final String[] PARAMETERS = {"fields", "limit", "offset", "after", "filter", "order"};

    private final Catalog catalog;
    private final JsonFormat json;
    private final EntityWriter writer;

    EntityList(Catalog catalog, JsonFormat json, EntityWriter writer) {
        this.catalog = catalog;
        this.json = json;
        this.writer = writer;
    }

    void get(Exchange exchange) throws IOException {
        Parameters parameters = exchange.parameters(PARAMETERS);
        OptionalInt limit = limit(parameters);
        int offset = parameters.count("offset").orElse(0);
        String after = parameters.text("after").orElse(null);
        if (after != null) {
            ListPosition from = ListPosition.decode(after, json);
            writePage(exchange, query(parameters, from.limit(), 0, from.position()), parameters);
        } else if (limit.isPresent()) {
            writePage(exchange, query(parameters, limit.getAsInt(), offset, null), parameters);
        } else {
            writeAll(exchange, query(parameters, STREAMED_PAGE, offset, null), parameters);
        }
    }

    private void writePage(Exchange exchange, Query query, Parameters parameters) throws IOException {
        FieldProjection fields = FieldProjection.of(parameters.list("fields"));
        Page page = catalog.query(exchange.caller(), query);
        if (page.next() != null) {
            String position = new ListPosition(query.limit(), page.next()).encode(json);
            exchange.response().setHeader("Link", parameters.nextLink("/entities", position));
        }
        AnswerStream out = exchange.answer();
        EntityWriter.text("[", out);
        writer.writeItems(page.items(), fields, out);
        EntityWriter.text("]", out);
        out.finish();
    }

    private void writeAll(Exchange exchange, Query query, Parameters parameters) throws IOException {
        FieldProjection fields = FieldProjection.of(parameters.list("fields"));
        Page page = catalog.query(exchange.caller(), query);
        AnswerStream out = exchange.answer();
        EntityWriter.text("[", out);
        writer.writeItems(page.items(), fields, out);
        String next = page.next();
        while (next != null) {
            page = catalog.query(
                    exchange.caller(), new Query(query.filter(), query.order(), query.limit(), 0, next, null));
            EntityWriter.text(page.items().isEmpty() ? "" : ",", out);
            writer.writeItems(page.items(), fields, out);
            next = page.next();
        }
        EntityWriter.text("]", out);
        out.finish();
    }

    private static Query query(Parameters parameters, int limit, int offset, @Nullable String after) {
        List<Order> order = parameters.all("order").stream()
                .map(Orders::parseDirectionFirst)
                .toList();
        return new Query(
                FilterParser.parse(parameters.all("filter")),
                order.isEmpty() ? Orders.BY_REF : order,
                limit,
                offset,
                after,
                null);
    }

    /** A longer page than the catalog gives is cut; its link leads on to the rest. */
    private static OptionalInt limit(Parameters parameters) {
        OptionalInt limit = parameters.count("limit");
        if (limit.isPresent() && limit.getAsInt() == 0) {
            throw Inputs.bad("Invalid limit, must be greater than zero");
        }
        return limit.isPresent() ? OptionalInt.of(Math.min(limit.getAsInt(), Query.MAX_LIMIT)) : limit;
    }
}
