package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;

/**
 * {@code /entities/by-name/.../ancestry}: an entity and what brought it into the catalog. The parent is found by the
 * location annotations; one that the catalog does not hold is not listed.
 */
final class EntityAncestry {

    private static final String[] LOCATIONS = {
        "backstage.io/managed-by-location", "backstage.io/managed-by-origin-location"
    };

    private final Catalog catalog;
    private final EntityWriter writer;

    EntityAncestry(Catalog catalog, EntityWriter writer) {
        this.catalog = catalog;
        this.writer = writer;
    }

    void get(Exchange exchange) throws IOException {
        exchange.parameters();
        EntityRef ref = new EntityRef(exchange.segment(0), exchange.segment(1), exchange.segment(2));
        Entity entity = catalog.find(exchange.caller(), ref)
                .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "No such entity " + ref));
        write(exchange, line(exchange.caller(), entity));
    }

    /** {@return the entity and its ancestors, nearest first} */
    private List<Entity> line(Caller caller, Entity entity) {
        Map<EntityRef, Entity> line = new LinkedHashMap<>();
        Optional<Entity> next = Optional.of(entity);
        while (next.isPresent() && line.putIfAbsent(next.get().ref(), next.get()) == null) {
            Entity child = next.get();
            next = parent(caller, child);
        }
        return List.copyOf(line.values());
    }

    private Optional<Entity> parent(Caller caller, Entity child) {
        for (String annotation : LOCATIONS) {
            Optional<Entity> location = child.annotation(annotation)
                    .map(EntityAncestry::generatedLocation)
                    .filter(ref -> !ref.equals(child.ref()))
                    .flatMap(ref -> catalog.find(caller, ref));
            if (location.isPresent()) {
                return location;
            }
        }
        return Optional.empty();
    }

    /** {@return the reference of the Location entity that is made for a registered location} */
    private static EntityRef generatedLocation(String location) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(location.getBytes(StandardCharsets.UTF_8));
            return new EntityRef(
                    "location", "default", "generated-" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }

    private void write(Exchange exchange, List<Entity> line) throws IOException {
        AnswerStream out = exchange.answer();
        EntityWriter.text("{\"rootEntityRef\":", out);
        writer.write(Json.of(line.get(0).ref().toString()), out);
        EntityWriter.text(",\"items\":[", out);
        for (int i = 0; i < line.size(); i++) {
            EntityWriter.text(i == 0 ? "{\"entity\":" : ",{\"entity\":", out);
            line.get(i).writeTo(out);
            EntityWriter.text(",\"parentEntityRefs\":[", out);
            if (i + 1 < line.size()) {
                writer.write(Json.of(line.get(i + 1).ref().toString()), out);
            }
            EntityWriter.text("]}", out);
        }
        EntityWriter.text("]}", out);
        out.finish();
    }
}
