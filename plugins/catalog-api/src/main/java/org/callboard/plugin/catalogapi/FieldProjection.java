package org.callboard.plugin.catalogapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.callboard.api.model.Json;

/**
 * The part of each entity that a client asked for, as dotted paths. A key may hold dots itself: where there is no field for
 * a part of the path, it is tried together with the next part. What an entity lacks is left out.
 */
final class FieldProjection {

    /** Leaves entities as they are. */
    static final FieldProjection WHOLE = new FieldProjection(List.of());

    private final List<String[]> paths;

    private FieldProjection(List<String[]> paths) {
        this.paths = paths;
    }

    static FieldProjection of(List<String> fields) {
        if (fields.stream().anyMatch(field -> field.contains("["))) {
            throw Inputs.bad("invalid fields, array type fields are not supported");
        }
        List<String[]> paths = fields.stream()
                .map(String::trim)
                .filter(field -> !field.isEmpty())
                .distinct()
                .map(field -> field.split("\\."))
                .toList();
        return paths.isEmpty() ? WHOLE : new FieldProjection(paths);
    }

    boolean isWhole() {
        return this == WHOLE;
    }

    Json.Obj apply(Json.Obj entity) {
        Json.Obj picked = Json.Obj.EMPTY;
        for (String[] path : paths) {
            List<String> keys = keys(entity, path);
            Optional<Json> value = entity.at(keys.toArray(String[]::new));
            if (!keys.isEmpty() && value.isPresent()) {
                picked = put(picked, keys, value.get());
            }
        }
        return picked;
    }

    /** {@return the names of the fields that lead to the path's end; none where it leads nowhere} */
    private static List<String> keys(Json.Obj entity, String[] path) {
        List<String> keys = new ArrayList<>(path.length);
        Json here = entity;
        String pending = "";
        for (String part : path) {
            String name = pending + part;
            Json next = here instanceof Json.Obj obj ? obj.get(name) : null;
            if (next == null) {
                pending = name + ".";
            } else {
                keys.add(name);
                here = next;
                pending = "";
            }
        }
        return pending.isEmpty() ? keys : List.of();
    }

    private static Json.Obj put(Json.Obj target, List<String> keys, Json value) {
        String name = keys.get(0);
        if (keys.size() == 1) {
            return target.with(name, value);
        }
        return target.with(name, put(target.object(name), keys.subList(1, keys.size()), value));
    }
}
