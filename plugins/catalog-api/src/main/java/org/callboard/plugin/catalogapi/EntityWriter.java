package org.callboard.plugin.catalogapi;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.callboard.api.model.Entity;
import org.callboard.api.model.Json;
import org.callboard.api.model.JsonFormat;

/** Writes entities: whole ones as they are stored, without reading them. */
final class EntityWriter {

    private final JsonFormat json;

    EntityWriter(JsonFormat json) {
        this.json = json;
    }

    void write(Entity entity, FieldProjection fields, OutputStream out) throws IOException {
        if (fields.isWhole()) {
            entity.writeTo(out);
        } else {
            json.write(fields.apply(entity.document()), out);
        }
    }

    /** Writes entities with commas between them. */
    void writeItems(List<Entity> entities, FieldProjection fields, OutputStream out) throws IOException {
        String comma = "";
        for (Entity entity : entities) {
            text(comma, out);
            write(entity, fields, out);
            comma = ",";
        }
    }

    /** Writes any value. */
    void write(Json value, OutputStream out) throws IOException {
        json.write(value, out);
    }

    /** Writes JSON punctuation. */
    static void text(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
