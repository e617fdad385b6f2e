package org.callboard.core.process;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.PortalException;
import org.callboard.core.entity.Findings;
import org.callboard.core.entity.KnownKind;
import org.callboard.core.entity.KnownKind.KnownReference;
import org.jspecify.annotations.Nullable;

/** The fields of an entity that refer to others. */
final class References {

    private static final int MOST = 1_000;

    private References() {}

    /** {@return the entity with its lists of references sorted, as Backstage serves them} */
    static Json.Obj sorted(Json.Obj entity, KnownKind kind) {
        Json.Obj result = entity;
        for (KnownReference reference : kind.references()) {
            if (at(entity, reference.path(), 0) instanceof Json.Arr array) {
                List<String> texts = new ArrayList<>(array.texts());
                Collections.sort(texts);
                Json.Arr inOrder = Json.ofTexts(texts);
                if (texts.size() == array.items().size() && !inOrder.equals(array)) {
                    result = replaced(result, reference.path(), 0, inOrder);
                }
            }
        }
        return result;
    }

    private static Json.Obj replaced(Json.Obj object, List<String> path, int depth, Json value) {
        String step = path.get(depth);
        if (depth == path.size() - 1) {
            return object.with(step, value);
        }
        return object.get(step) instanceof Json.Obj inner
                ? object.with(step, replaced(inner, path, depth + 1, value))
                : object;
    }

    private static @Nullable Json at(Json.Obj object, List<String> path, int depth) {
        Json value = object.get(path.get(depth));
        if (depth == path.size() - 1) {
            return value;
        }
        return value instanceof Json.Obj inner ? at(inner, path, depth + 1) : null;
    }

    /** {@return the relations that the references make, both ways, each once} */
    static List<EmittedRelation> relations(Json.Obj entity, EntityRef self, KnownKind kind, Findings findings) {
        Set<EmittedRelation> relations = new LinkedHashSet<>();
        int count = 0;
        for (KnownReference reference : kind.references()) {
            Json value = at(entity, reference.path(), 0);
            if (value instanceof Json.Text text) {
                add(relations, self, reference, text.value(), findings);
                count++;
            } else if (value instanceof Json.Arr array
                    && (count += array.items().size()) <= MOST) {
                array.texts().forEach(text -> add(relations, self, reference, text, findings));
            }
        }
        if (count > MOST) {
            findings.error(
                    "too-many",
                    List.of("spec"),
                    Json.Null.NULL,
                    "The entity refers to " + count + " others; it may refer to at most " + MOST + ".",
                    "Split the entity, or let the others refer to it.");
            return List.of();
        }
        return List.copyOf(relations);
    }

    private static void add(
            Set<EmittedRelation> relations, EntityRef self, KnownReference reference, String text, Findings findings) {
        try {
            EntityRef other = EntityRef.parse(text, reference.defaultKind(), self.namespace());
            relations.add(new EmittedRelation(self, reference.type(), other));
            relations.add(new EmittedRelation(other, reference.inverse(), self));
        } catch (PortalException e) {
            findings.warning(
                    "bad-reference",
                    reference.path(),
                    String.join(".", reference.path()) + " makes no relation: " + e.message(),
                    String.valueOf(e.hint()));
        }
    }
}
