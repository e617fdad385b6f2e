package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.util.List;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;

/** {@code /entities/by-words}: what people may mean by some words, the likeliest first. Backstage has no such thing. */
final class EntityWords {

    private static final int DEFAULT_LIMIT = 20;

    private final Catalog catalog;
    private final EntityWriter writer;

    EntityWords(Catalog catalog, EntityWriter writer) {
        this.catalog = catalog;
        this.writer = writer;
    }

    void get(Exchange exchange) throws IOException {
        Parameters parameters = exchange.parameters("text", "limit", "filter", "fields");
        String text = parameters
                .text("text")
                .orElseThrow(() -> Inputs.bad("request/query must have required property 'text'"));
        FieldProjection fields = FieldProjection.of(parameters.list("fields"));
        int limit = Math.min(parameters.count("limit").orElse(DEFAULT_LIMIT), Query.MAX_FOUND);
        List<Entity> found =
                catalog.search(exchange.caller(), text, FilterParser.parse(parameters.all("filter")), limit);
        AnswerStream out = exchange.answer();
        EntityWriter.text("{\"items\":[", out);
        writer.writeItems(found, fields, out);
        EntityWriter.text("]}", out);
        out.finish();
    }
}
