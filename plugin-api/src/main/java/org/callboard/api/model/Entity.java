package org.callboard.api.model;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * An entity as it is served: immutable, and free to be kept or shared between threads. Its document has the fields of
 * Backstage's descriptor format and, besides, {@code metadata.uid}, {@code metadata.etag} and {@code relations}.
 */
@ProviderType
public interface Entity {

    /** {@return its reference} */
    EntityRef ref();

    /** {@return the whole document; read on first use and then kept} */
    Json.Obj document();

    /**
     * Writes the whole document as JSON in UTF-8, without reading it first.
     *
     * @throws IOException where the stream fails
     */
    void writeTo(OutputStream out) throws IOException;

    /** {@return the kind as it was written, for example {@code Component}} */
    default String kind() {
        return document().text("kind").orElse(ref().kind());
    }

    /** {@return {@code metadata.title}, or else the name as it was written} */
    default String title() {
        Json.Obj metadata = document().object("metadata");
        return metadata.text("title").or(() -> metadata.text("name")).orElse(ref().name());
    }

    /** {@return the annotation's value, if the entity has it} */
    default Optional<String> annotation(String key) {
        return document().text("metadata", "annotations", key);
    }

    /** {@return the text field of {@code spec}, if the entity has it} */
    default Optional<String> spec(String field) {
        return document().text("spec", field);
    }

    /** {@return its relations, sorted by type and then target} */
    default List<Relation> relations() {
        return document().array("relations").items().stream()
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .map(relation -> new Relation(
                        relation.text("type").orElse(""),
                        EntityRef.parse(relation.text("targetRef").orElse(""))))
                .toList();
    }
}
