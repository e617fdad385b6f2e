package org.callboard.plugin.webshell.list;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.catalog.Filter;
import org.callboard.api.catalog.Query;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.security.Caller;

/** The paths of fields that some entities of each kind have: what a reader may choose as a column or facet. */
public record FieldNames(Catalog catalog, Caller caller) {

    private static final int MOST_KINDS = 20;
    private static final int LOOKED_AT = 40;
    private static final int MOST = 500;
    private static final int DEEPEST = 4;
    private static final Set<String> LEFT_OUT = Set.of("metadata.uid", "metadata.etag", "relations", "status");

    /** {@return the paths in order} */
    public Json.Obj json() {
        Set<String> paths = new TreeSet<>();
        catalog.facets(caller, Filter.NONE, List.of("kind")).stream()
                .flatMap(facet -> facet.values().stream().limit(MOST_KINDS))
                .flatMap(kind -> some(kind.value()))
                .forEach(entity -> gather(entity, paths));
        return Json.object()
                .put("fields", Json.ofTexts(paths.stream().limit(MOST).toList()))
                .build();
    }

    private Stream<Entity> some(String kind) {
        return catalog.query(caller, Query.of(Filter.equal("kind", kind), LOOKED_AT)).items().stream();
    }

    private static void gather(Entity entity, Set<String> paths) {
        add("", entity.document(), 1, paths);
        entity.relations().forEach(relation -> paths.add("relations." + relation.type()));
    }

    private static void add(String path, Json value, int depth, Set<String> paths) {
        if (LEFT_OUT.contains(path) || depth > DEEPEST + 1) {
            return;
        }
        if (value instanceof Json.Obj object) {
            object.fields()
                    .forEach((name, field) -> add(path.isEmpty() ? name : path + "." + name, field, depth + 1, paths));
        } else if (!(value instanceof Json.Arr array)
                || array.texts().size() == array.items().size()) {
            paths.add(path);
        }
    }
}
