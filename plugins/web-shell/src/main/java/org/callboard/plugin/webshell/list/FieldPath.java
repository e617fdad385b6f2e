package org.callboard.plugin.webshell.list;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;

/**
 * What an entity has at a dotted path. A key may hold dots itself: where there is no field for a step, it is tried together
 * with the next. An array stands for its items; {@code relations.TYPE} are the targets of these relations.
 */
record FieldPath(String path) {

    private static final String RELATIONS = "relations.";

    /** {@return the value; null where there is none} */
    Json of(Entity entity) {
        if (path.startsWith(RELATIONS)) {
            String type = path.substring(RELATIONS.length());
            List<String> targets = entity.relations().stream()
                    .filter(relation -> relation.type().equalsIgnoreCase(type))
                    .map(relation -> relation.target().toString())
                    .toList();
            return targets.isEmpty() ? Json.Null.NULL : Json.ofTexts(targets);
        }
        return within(entity.document(), Arrays.asList(path.split("\\.")));
    }

    private static Json within(Json value, List<String> steps) {
        if (steps.isEmpty()) {
            return value;
        }
        if (value instanceof Json.Obj object) {
            for (int end = 1; end <= steps.size(); end++) {
                Json next = object.get(String.join(".", steps.subList(0, end)));
                if (next != null) {
                    return within(next, steps.subList(end, steps.size()));
                }
            }
        } else if (value instanceof Json.Arr array) {
            return eachOf(array, steps);
        }
        return Json.Null.NULL;
    }

    private static Json eachOf(Json.Arr array, List<String> steps) {
        List<Json> found = new ArrayList<>();
        for (Json item : array.items()) {
            Json value = within(item, steps);
            if (value instanceof Json.Arr inner) {
                found.addAll(inner.items());
            } else if (value != Json.Null.NULL) {
                found.add(value);
            }
        }
        return found.isEmpty() ? Json.Null.NULL : new Json.Arr(found);
    }
}
