package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Ingest;
import org.callboard.api.catalog.Provenance;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.api.security.Caller;

/**
 * {@code /entities/by-name/.../ancestry}: an entity and what brought it into the catalog, nearest first. A parent that the
 * catalog does not hold is not listed.
 */
final class EntityAncestry {

    private final Catalog catalog;
    private final Ingest ingest;
    private final EntityWriter writer;

    EntityAncestry(Catalog catalog, Ingest ingest, EntityWriter writer) {
        this.catalog = catalog;
        this.ingest = ingest;
        this.writer = writer;
    }

    /** An entity of the tree and its parents in it. */
    private record Ancestor(Entity entity, List<Entity> parents) {}

    void get(Exchange exchange) throws IOException {
        exchange.parameters();
        EntityRef ref = exchange.entity();
        Entity entity = catalog.find(exchange.caller(), ref)
                .orElseThrow(() -> new PortalException(ProblemKind.NOT_FOUND, "No such entity " + ref));
        write(exchange, ref, List.copyOf(tree(exchange.caller(), entity).values()));
    }

    /** Walks breadth first; whoever leads to several is in the tree once. */
    private Map<EntityRef, Ancestor> tree(Caller caller, Entity root) {
        Map<EntityRef, Ancestor> tree = new LinkedHashMap<>();
        Deque<Entity> waiting = new ArrayDeque<>(List.of(root));
        while (!waiting.isEmpty()) {
            Entity entity = waiting.remove();
            if (!tree.containsKey(entity.ref())) {
                List<Entity> parents = parents(caller, entity.ref());
                tree.put(entity.ref(), new Ancestor(entity, parents));
                waiting.addAll(parents);
            }
        }
        return tree;
    }

    private List<Entity> parents(Caller caller, EntityRef ref) {
        return ingest.provenance(caller, ref).map(Provenance::parents).orElse(List.of()).stream()
                .map(parent -> catalog.find(caller, parent))
                .flatMap(Optional::stream)
                .toList();
    }

    private void write(Exchange exchange, EntityRef root, List<Ancestor> tree) throws IOException {
        AnswerStream out = exchange.answer();
        EntityWriter.text("{\"rootEntityRef\":", out);
        writer.write(Json.of(root.toString()), out);
        EntityWriter.text(",\"items\":[", out);
        String comma = "";
        for (Ancestor ancestor : tree) {
            EntityWriter.text(comma + "{\"entity\":", out);
            ancestor.entity().writeTo(out);
            EntityWriter.text(",\"parentEntityRefs\":", out);
            writer.write(refs(ancestor.parents()), out);
            EntityWriter.text("}", out);
            comma = ",";
        }
        EntityWriter.text("]}", out);
        out.finish();
    }

    private static Json refs(List<Entity> entities) {
        return Json.ofTexts(
                entities.stream().map(entity -> entity.ref().toString()).toList());
    }
}
