package org.callboard.core.policy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.core.entity.JsonCodec;

/** A catalog in memory. */
final class Company implements Directory {

    private static final JsonCodec CODEC = new JsonCodec();

    private final Map<String, Entity> entities = new TreeMap<>();
    private int lookups;

    /** An entity that is its document. */
    record Document(EntityRef ref, Json.Obj document) implements Entity {

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(CODEC.encode(document));
        }
    }

    /** Adds an entity with relations, each the type and the target. */
    Company with(String ref, String... relations) {
        EntityRef parsed = EntityRef.parse(ref);
        List<Json> arrows = new ArrayList<>();
        for (int index = 0; index < relations.length; index += 2) {
            arrows.add(Json.object()
                    .put("type", relations[index])
                    .put("targetRef", relations[index + 1])
                    .build());
        }
        return with(Json.object()
                .put("kind", parsed.kind())
                .put(
                        "metadata",
                        Json.object()
                                .put("name", parsed.name())
                                .put("namespace", parsed.namespace())
                                .build())
                .put("relations", new Json.Arr(arrows))
                .build());
    }

    Company with(Json.Obj document) {
        EntityRef ref = new EntityRef(
                document.text("kind").orElseThrow(),
                document.text("metadata", "namespace").orElse(EntityRef.DEFAULT_NAMESPACE),
                document.text("metadata", "name").orElseThrow());
        entities.put(ref.toString(), new Document(ref, document));
        return this;
    }

    Company without(String ref) {
        entities.remove(ref);
        return this;
    }

    int lookups() {
        return lookups;
    }

    @Override
    public Optional<Entity> find(EntityRef ref) {
        lookups++;
        return Optional.ofNullable(entities.get(ref.toString()));
    }

    @Override
    public List<String> people(int most) {
        return entities.keySet().stream()
                .filter(ref -> ref.startsWith("user:"))
                .limit(most)
                .toList();
    }
}
