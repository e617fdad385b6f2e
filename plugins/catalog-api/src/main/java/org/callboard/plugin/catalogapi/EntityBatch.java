package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Page;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.JsonFormat;
import org.callboard.api.problem.PortalException;
import org.callboard.api.security.Caller;

/** {@code /entities/by-refs}: many entities at once, in the order asked for, with null for what is not there. */
final class EntityBatch {

    private final Catalog catalog;
    private final JsonFormat json;
    private final EntityWriter writer;

    EntityBatch(Catalog catalog, JsonFormat json, EntityWriter writer) {
        this.catalog = catalog;
        this.json = json;
        this.writer = writer;
    }

    void post(Exchange exchange) throws IOException {
        Filter filter = FilterParser.parse(exchange.parameters("filter").all("filter"));
        Body body = Body.read(exchange, json);
        body.require("entityRefs");
        FieldProjection fields = FieldProjection.of(body.texts("fields"));
        List<Optional<Entity>> found = body.texts("entityRefs").stream()
                .map(EntityBatch::canonicalRef)
                .map(ref -> ref.flatMap(there -> catalog.find(exchange.caller(), there)))
                .toList();
        write(exchange, filter.equals(Filter.NONE) ? found : only(exchange.caller(), filter, found), fields);
    }

    private void write(Exchange exchange, List<Optional<Entity>> found, FieldProjection fields) throws IOException {
        AnswerStream out = exchange.answer();
        EntityWriter.text("{\"items\":[", out);
        String comma = "";
        for (Optional<Entity> entity : found) {
            EntityWriter.text(comma, out);
            if (entity.isPresent()) {
                writer.write(entity.get(), fields, out);
            } else {
                EntityWriter.text("null", out);
            }
            comma = ",";
        }
        EntityWriter.text("]}", out);
        out.finish();
    }

    /** Backstage compares references as they are stored, so one that is not in canonical form names nothing. */
    private static Optional<EntityRef> canonicalRef(String text) {
        try {
            EntityRef ref = EntityRef.parse(text);
            return ref.toString().equals(text) ? Optional.of(ref) : Optional.empty();
        } catch (PortalException malformed) {
            return Optional.empty();
        }
    }

    private List<Optional<Entity>> only(Caller caller, Filter filter, List<Optional<Entity>> found) {
        List<Filter> each = found.stream()
                .flatMap(Optional::stream)
                .map(Entity::ref)
                .map(EntityBatch::isThis)
                .toList();
        Set<EntityRef> matching = new HashSet<>();
        for (int from = 0; from < each.size(); from += Query.MAX_LIMIT) {
            List<Filter> some = each.subList(from, Math.min(each.size(), from + Query.MAX_LIMIT));
            Filter both = new Filter.All(List.of(filter, new Filter.Any(some)));
            Page page = catalog.query(caller, Query.of(both, some.size()));
            page.items().forEach(entity -> matching.add(entity.ref()));
        }
        return found.stream()
                .map(entity -> entity.filter(there -> matching.contains(there.ref())))
                .toList();
    }

    private static Filter isThis(EntityRef ref) {
        return new Filter.All(List.of(
                Filter.equal("kind", ref.kind()),
                Filter.equal("metadata.namespace", ref.namespace()),
                Filter.equal("metadata.name", ref.name())));
    }
}
