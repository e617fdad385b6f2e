package org.callboard.plugin.catalogapi;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.JsonFormat;

/** {@code /refresh}, and the removal of an entity by its uid. */
final class EntityUpkeep {

    private final Ingest ingest;
    private final JsonFormat json;

    EntityUpkeep(Ingest ingest, JsonFormat json) {
        this.ingest = ingest;
        this.json = json;
    }

    /** Has an entity read again. Older clients send a token along, which nobody needs. */
    void refresh(Exchange exchange) throws IOException {
        exchange.parameters();
        Body body = Body.read(exchange, json);
        body.require("entityRef");
        ingest.refresh(exchange.caller(), EntityRef.parse(body.text("entityRef").orElseThrow()));
        exchange.answer(HttpServletResponse.SC_OK);
    }

    /** Removes an entity; one that is not there is as good as removed. */
    void remove(Exchange exchange) {
        exchange.parameters();
        ingest.delete(exchange.caller(), exchange.segment(0));
        exchange.answer(HttpServletResponse.SC_NO_CONTENT);
    }
}
