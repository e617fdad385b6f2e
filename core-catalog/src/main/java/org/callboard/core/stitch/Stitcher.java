package org.callboard.core.stitch;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;
import org.callboard.core.entity.JsonCodec;

/**
 * From a processed document and what only the whole catalog knows to the entity that is served. Pure: the same input gives
 * the same bytes. Fields stand in the order in which Backstage writes them.
 */
public final class Stitcher {

    private static final byte[] OPENING = "{\"metadata\":".getBytes(StandardCharsets.UTF_8);

    private final JsonCodec codec;

    /** Writes by this codec. */
    public Stitcher(JsonCodec codec) {
        this.codec = codec;
    }

    /** An entity as it is served. */
    public static final class Stitched {

        private final Json.Obj document;
        private final byte[] bytes;
        private final String etag;

        private Stitched(Json.Obj document, byte[] bytes, String etag) {
            this.document = document;
            this.bytes = bytes;
            this.etag = etag;
        }

        /** {@return the document with uid, etag and relations} */
        public Json.Obj document() {
            return document;
        }

        /** {@return the document in UTF-8; not copied} */
        public byte[] bytes() {
            return bytes;
        }

        /** {@return its {@code metadata.etag}: equal means the same entity} */
        public String etag() {
            return etag;
        }
    }

    /** {@return an entity that nothing is wrong with, as it is served} */
    public Stitched stitch(Json.Obj document, Collection<Arrow> relations, String uid) {
        return stitch(document, relations, List.of(), uid);
    }

    /** {@return the entity as it is served} */
    public Stitched stitch(Json.Obj document, Collection<Arrow> relations, List<Problem> problems, String uid) {
        Json.Obj metadata = metadata(document, uid);
        Json.Obj rest = rest(StatusItems.add(document, problems), relations);
        byte[] encodedMetadata = codec.encode(metadata);
        byte[] encodedRest = codec.encode(rest);
        String etag = sha1(join(encodedMetadata, "", encodedRest));
        Json.Builder whole = Json.object().put("metadata", metadata.with("etag", Json.of(etag)));
        rest.fields().forEach(whole::put);
        byte[] bytes = join(encodedMetadata, ",\"etag\":\"" + etag + "\"", encodedRest);
        return new Stitched(whole.build(), bytes, etag);
    }

    /** {@return an object of both that has the metadata first, with something added at their end} */
    private static byte[] join(byte[] metadata, String added, byte[] rest) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream(metadata.length + rest.length + 100);
        whole.writeBytes(OPENING);
        whole.write(metadata, 0, metadata.length - 1);
        whole.writeBytes(added.getBytes(StandardCharsets.UTF_8));
        whole.write('}');
        whole.write(',');
        whole.write(rest, 1, rest.length - 1);
        return whole.toByteArray();
    }

    private static Json.Obj rest(Json.Obj document, Collection<Arrow> relations) {
        Json.Builder entity = Json.object();
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
