package org.callboard.core.query;

import java.io.IOException;
import java.io.OutputStream;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.core.entity.JsonCodec;
import org.jspecify.annotations.Nullable;

/** An entity as it lies in the index: encoded, and decoded only where somebody looks into it. */
final class IndexedEntity implements Entity {

    private static final JsonCodec CODEC = new JsonCodec();

    private final EntityRef ref;
    private final byte[] bytes;
    private volatile Json.@Nullable Obj document;

    IndexedEntity(EntityRef ref, byte[] bytes) {
        this.ref = ref;
        this.bytes = bytes;
    }

    @Override
    public EntityRef ref() {
        return ref;
    }

    @Override
    public Json.Obj document() {
        Json.Obj known = document;
        if (known == null) {
            known = (Json.Obj) CODEC.decode(bytes);
            document = known;
        }
        return known;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes);
    }

    @Override
    public String toString() {
        return ref.toString();
    }
}
