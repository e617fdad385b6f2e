package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.io.OutputStream;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;

/** An entity made of its document. */
record MemoryEntity(EntityRef ref, Json.Obj document, JsonFormat json) implements Entity {

    static MemoryEntity of(Json.Obj document, JsonFormat json) {
        String kind = document.text("kind").orElseThrow();
        String namespace = document.text("metadata", "namespace").orElse(EntityRef.DEFAULT_NAMESPACE);
        String name = document.text("metadata", "name").orElseThrow();
        return new MemoryEntity(new EntityRef(kind, namespace, name), document, json);
    }

    String uid() {
        return document.text("metadata", "uid").orElseGet(ref::toString);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        json.write(document, out);
    }
}
