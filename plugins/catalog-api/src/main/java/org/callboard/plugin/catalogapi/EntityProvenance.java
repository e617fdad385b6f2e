package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.time.Instant;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Provenance;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** {@code /entities/by-name/.../provenance}: where an entity comes from and how fresh it is. Backstage has no such thing. */
final class EntityProvenance {

    private final Ingest ingest;
    private final JsonFormat json;

    EntityProvenance(Ingest ingest, JsonFormat json) {
        this.ingest = ingest;
        this.json = json;
    }

    void get(Exchange exchange) throws IOException {
        exchange.parameters();
        EntityRef ref = exchange.entity();
        Provenance provenance = ingest.provenance(exchange.caller(), ref)
                .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "No such entity " + ref));
        exchange.answer(toJson(provenance), json);
    }

    private static Json toJson(Provenance provenance) {
        return Json.object()
                .put("entityRef", provenance.entity().toString())
                .put("location", text(provenance.location()))
                .put("origin", text(provenance.origin()))
                .put(
                        "parents",
                        Json.ofTexts(provenance.parents().stream()
                                .map(EntityRef::toString)
                                .toList()))
                .put("read", time(provenance.read()))
                .put("changed", time(provenance.changed()))
                .put("next", time(provenance.next()))
                .put("explanation", provenance.explanation())
                .build();
    }

    private static Json text(@Nullable String text) {
        return text == null ? Json.Null.NULL : Json.of(text);
    }

    private static Json time(@Nullable Instant time) {
        return text(time == null ? null : time.toString());
    }
}
