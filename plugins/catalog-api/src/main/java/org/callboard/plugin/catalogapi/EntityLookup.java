package org.callboard.plugin.catalogapi;

import java.io.IOException;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** {@code /entities/by-name} and {@code /entities/by-uid}: one entity, written as it is stored. */
final class EntityLookup {

    private final Catalog catalog;
    private final EntityWriter writer;

    EntityLookup(Catalog catalog, EntityWriter writer) {
        this.catalog = catalog;
        this.writer = writer;
    }

    void byName(Exchange exchange) throws IOException {
        exchange.parameters();
        String kind = exchange.segment(0);
        String namespace = exchange.segment(1);
        String name = exchange.segment(2);
        write(
                exchange,
                catalog.find(exchange.caller(), new EntityRef(kind, namespace, name))
                        .orElseThrow(() -> new PortalException(
                                ProblemKind.NOT_FOUND,
                                "No entity named '" + name + "' found, with kind '" + kind + "' in namespace '"
                                        + namespace + "'")));
    }

    void byUid(Exchange exchange) throws IOException {
        exchange.parameters();
        String uid = exchange.segment(0);
        write(
                exchange,
                catalog.findByUid(exchange.caller(), uid)
                        .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "No entity with uid " + uid)));
    }

    private void write(Exchange exchange, Entity entity) throws IOException {
        AnswerStream out = exchange.answer();
        writer.write(entity, FieldProjection.WHOLE, out);
        out.finish();
    }
}
