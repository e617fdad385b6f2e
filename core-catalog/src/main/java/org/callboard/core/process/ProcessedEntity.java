package org.callboard.core.process;

import java.util.ArrayList;
import java.util.List;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.JsonCodec;
import org.callboard.core.entity.Sha256;

/**
 * What a document became: the entity without what only the whole catalog knows (uid, etag, relations of others). It is held
 * encoded, as it will be kept: thousands may wait to be stored, and a tree takes eight times as much.
 */
public final class ProcessedEntity {

    /** The field of the encoded document that has its relations: those of its own entity and those it gives to others. */
    public static final String RELATIONS = "relations";

    /** In a relation of its own entity: the other end. */
    public static final String TARGET = "targetRef";

    /** In a relation that it gives to another entity: that entity. */
    public static final String SOURCE = "sourceRef";

    private static final JsonCodec CODEC = new JsonCodec();

    private final EntityRef ref;
    private final byte[] encoded;
    private final List<EmittedRelation> relations;
    private final SourcePosition position;
    private final String hash;

    private ProcessedEntity(
            EntityRef ref, byte[] encoded, List<EmittedRelation> relations, SourcePosition position, String hash) {
        this.ref = ref;
        this.encoded = encoded;
        this.relations = List.copyOf(relations);
        this.position = position;
        this.hash = hash;
    }

    /** Takes a document and the relations that it gives rise to, each of them with the entity at one end. */
    public static ProcessedEntity of(
            EntityRef ref, Json.Obj document, List<EmittedRelation> relations, SourcePosition position) {
        List<Json> both = new ArrayList<>(relations.size());
        for (EmittedRelation relation : relations) {
            boolean own = relation.source().equals(ref);
            both.add(Json.object()
                    .put("type", relation.type())
                    .put(own ? TARGET : SOURCE, (own ? relation.target() : relation.source()).toString())
                    .build());
        }
        byte[] encoded = CODEC.encode(document.with(RELATIONS, new Json.Arr(both)));
        return new ProcessedEntity(ref, encoded, relations, position, Sha256.hex(encoded));
    }

    /** {@return whose document it is} */
    public EntityRef ref() {
        return ref;
    }

    /** {@return the document in UTF-8, with its relations; not copied} */
    public byte[] encoded() {
        return encoded;
    }

    /** {@return the document, decoded anew} */
    public Json.Obj document() {
        return ((Json.Obj) CODEC.decode(encoded)).without(RELATIONS);
    }

    /** {@return the relations that it gives rise to} */
    public List<EmittedRelation> relations() {
        return relations;
    }

    /** {@return where it stands} */
    public SourcePosition position() {
        return position;
    }

    /** {@return SHA-256 of document and relations, hexadecimal: equal means that nothing needs to be written} */
    public String hash() {
        return hash;
    }
}
