package org.callboard.testkit;

import java.io.IOException;
import java.io.OutputStream;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;

/**
 * An entity made of its document.
 *
 * @param ref what names it
 * @param document all of it
 * @param json writes it
 */
public record MemoryEntity(EntityRef ref, Json.Obj document, JsonFormat json) implements Entity {

    /** {@return the entity that a document describes} */
    public static MemoryEntity of(Json.Obj document, JsonFormat json) {
        return new MemoryEntity(refOf(document), document, json);
    }

    static EntityRef refOf(Json.Obj document) {
        return new EntityRef(
                document.text("kind").orElseThrow(() -> new IllegalArgumentException("The entity has no kind.")),
                document.text("metadata", "namespace").orElse(EntityRef.DEFAULT_NAMESPACE),
                document.text("metadata", "name")
                        .orElseThrow(() -> new IllegalArgumentException("The entity has no metadata.name.")));
    }

    /** {@return {@code metadata.uid}, or else the reference} */
    public String uid() {
        return document.text("metadata", "uid").orElseGet(ref::toString);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        json.write(document, out);
    }
}
