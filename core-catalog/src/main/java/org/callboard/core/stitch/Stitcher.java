package org.callboard.core.stitch;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.core.entity.JsonCodec;

/**
 * From a processed document and what only the whole catalog knows to the entity that is served. Pure: the same input gives
 * the same bytes. Fields stand in the order in which Backstage writes them.
 */
public final class Stitcher {

    private final JsonCodec codec;

    /** Writes by this codec. */
    public Stitcher(JsonCodec codec) {
        this.codec = codec;
    }

    /**
     * An entity as it is served.
     *
     * @param document with uid, etag and relations
     * @param etag its {@code metadata.etag}: equal means the same entity
     */
    public record Stitched(Json.Obj document, String etag) {}

    /** {@return the entity as it is served} */
    public Stitched stitch(Json.Obj document, Collection<Arrow> relations, String uid) {
        Json.Obj untagged = assemble(document, metadata(document, uid), relations);
        String etag = sha1(codec.encode(untagged));
        Json.Obj metadata = untagged.object("metadata").with("etag", Json.of(etag));
        return new Stitched(untagged.with("metadata", metadata), etag);
    }

    private static Json.Obj assemble(Json.Obj document, Json.Obj metadata, Collection<Arrow> relations) {
        Json.Builder entity = Json.object().put("metadata", metadata);
        for (String name : List.of("apiVersion", "kind", "spec")) {
            entity.put(name, document.get(name));
        }
        document.fields().forEach((name, value) -> {
            if (!name.equals("metadata") && !name.equals("relations")) {
                entity.put(name, value);
            }
        });
        return entity.put("relations", array(relations)).build();
    }

    private static Json.Obj metadata(Json.Obj document, String uid) {
        Json.Obj written = document.object("metadata");
        Json.Builder metadata = Json.object()
                .put("namespace", written.text("namespace").orElse(EntityRef.DEFAULT_NAMESPACE))
                .put("annotations", written.get("annotations"));
        for (Map.Entry<String, Json> field : written.fields().entrySet()) {
            String name = field.getKey();
            if (!name.equals("namespace") && !name.equals("uid") && !name.equals("etag")) {
                metadata.put(name, field.getValue());
            }
        }
        return metadata.put("uid", uid).build();
    }

    private static Json array(Collection<Arrow> relations) {
        return new Json.Arr(relations.stream()
                .distinct()
                .sorted()
                .<Json>map(relation -> Json.object()
                        .put("type", relation.type())
                        .put("targetRef", relation.target())
                        .build())
                .toList());
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
