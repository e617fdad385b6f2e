package org.callboard.plugin.catalogapi;

import java.io.IOException;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;

/**
 * The {@code after} of the list of entities, JSON in base64. It brings the limit along, as Backstage's does.
 *
 * @param limit how many entities the page has
 * @param position a position of the catalog's
 */
record ListPosition(int limit, String position) {

    String encode(JsonFormat json) throws IOException {
        Json.Builder fields = Json.object().put("limit", limit).put("position", position);
        return Cursor.toBase64(fields.build(), json);
    }

    static ListPosition decode(String text, JsonFormat json) {
        try {
            Body fields = Body.of("after", Cursor.fromBase64(text, json));
            fields.require("limit");
            fields.require("position");
            int limit = fields.count("limit").orElseThrow();
            return new ListPosition(
                    Math.min(limit, Query.MAX_LIMIT), fields.text("position").orElseThrow());
        } catch (PortalException e) {
            throw new PortalException(
                    e.kind(),
                    "Malformed after cursor, could not be parsed",
                    "Follow the Link header of the page before, or start again without 'after'.",
                    e);
        }
    }
}
