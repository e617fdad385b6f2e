package org.callboard.plugin.catalogapi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;

/**
 * Where a page of a query begins: JSON in base64, as Backstage's client expects to find it. Nothing in it is trusted; it
 * is read by the parsers that read the first request.
 *
 * @param criteria the query
 * @param backward whether the page ends before the position, and does not start behind it
 * @param position a position of the catalog's
 * @param total the total of the page before; 0 where none is wanted. It is counted again for whoever brings the cursor,
 *     who may see something else
 */
record Cursor(Criteria criteria, boolean backward, String position, int total) {

    String encode(JsonFormat json) throws IOException {
        Json.Builder fields = Json.object();
        criteria.describe(fields);
        fields.put("isPrevious", backward ? Json.Bool.TRUE : Json.Bool.FALSE)
                .put("position", position)
                .put("totalItems", total);
        return toBase64(fields.build(), json);
    }

    static Cursor decode(String text, JsonFormat json) {
        try {
            Body cursor = Body.of("cursor", fromBase64(text, json));
            cursor.require("position");
            cursor.require("totalItems");
            return new Cursor(
                    Criteria.ofCursor(cursor),
                    cursor.fields().get("isPrevious") == Json.Bool.TRUE,
                    cursor.text("position").orElseThrow(),
                    cursor.count("totalItems").orElseThrow());
        } catch (PortalException e) {
            throw new PortalException(
                    e.kind(),
                    "Malformed cursor: " + e.message(),
                    "Take a cursor out of an earlier answer as it is, or start again without one.",
                    e);
        }
    }

    /** {@return the query for the page} */
    Query query(int limit) {
        return new Query(
                criteria.filter(), criteria.order(), limit, 0, backward ? null : position, backward ? position : null);
    }

    static String toBase64(Json value, JsonFormat json) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        json.write(value, bytes);
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    static Json fromBase64(String text, JsonFormat json) {
        try {
            // a plus that was not encoded arrives as a space
            byte[] bytes = Base64.getDecoder().decode(text.replace(' ', '+'));
            return json.read(new ByteArrayInputStream(bytes));
        } catch (IllegalArgumentException e) {
            throw Inputs.bad("it is not base64");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
