package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final int PORTION = 100;

    private final Catalog catalog;
    private final JsonFormat json;
    private final EntityWriter writer;

    EntityBatch(Catalog catalog, JsonFormat json, EntityWriter writer) {
        this.catalog = catalog;
        this.json = json;
        this.writer = writer;
    }

    void post(Exchange exchange) throws IOException {
        Filter sets = FilterParser.parse(exchange.parameters("filter").all("filter"));
        Body body = Body.read(exchange, json);
        Filter filter = body.object("query")
                .<Filter>map(query -> new Filter.All(List.of(sets, PredicateParser.parse(query.fields()))))
                .orElse(sets);
        body.require("entityRefs");
        FieldProjection fields = FieldProjection.of(body.texts("fields"));
        List<Optional<Entity>> found = body.texts("entityRefs").stream()
                .map(EntityBatch::canonicalRef)
                .map(ref -> ref.flatMap(there -> catalog.find(exchange.caller(), there)))
                .toList();
        if (filter.equals(Filter.NONE)) {
            write(exchange, found, fields);
        } else {
            List<EntityRef> refs = found.stream()
                    .flatMap(Optional::stream)
                    .map(Entity::ref)
                    .distinct()
                    .toList();
            write(exchange, only(found, matching(exchange.caller(), filter, refs)), fields);
        }
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

    private static List<Optional<Entity>> only(List<Optional<Entity>> found, Set<EntityRef> matching) {
        return found.stream()
                .map(entity -> entity.filter(there -> matching.contains(there.ref())))
                .toList();
    }

    /** {@return those of the entities that match; asked for in portions, since a condition may only have so many parts} */
    private Set<EntityRef> matching(Caller caller, Filter filter, List<EntityRef> refs) {
        Set<EntityRef> matching = new HashSet<>();
        for (int from = 0; from < refs.size(); from += PORTION) {
            List<EntityRef> some = refs.subList(from, Math.min(refs.size(), from + PORTION));
            Filter both = new Filter.All(List.of(filter, anyOf(some)));
            Page page = catalog.query(caller, Query.of(both, some.size()));
            page.items().forEach(entity -> matching.add(entity.ref()));
        }
        return matching;
    }

    private static Filter anyOf(List<EntityRef> refs) {
        Map<List<String>, List<String>> names = new LinkedHashMap<>();
        for (EntityRef ref : refs) {
            names.computeIfAbsent(List.of(ref.kind(), ref.namespace()), group -> new ArrayList<>())
                    .add(ref.name());
        }
        List<Filter> groups = new ArrayList<>(names.size());
        names.forEach((group, inGroup) -> groups.add(new Filter.All(List.of(
                Filter.equal("kind", group.get(0)),
                Filter.equal("metadata.namespace", group.get(1)),
                new Filter.Equal("metadata.name", inGroup)))));
        return new Filter.Any(groups);
    }
}
