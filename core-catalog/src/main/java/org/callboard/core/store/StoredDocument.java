package org.callboard.core.store;

import java.util.ArrayList;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.core.process.EmittedRelation;
import org.callboard.core.process.ProcessedEntity;
import org.callboard.core.stitch.Arrow;

/**
 * A processed document as its column holds it: with the relations it gives rise to.
 *
 * @param document the document and, as {@code relations}, both lists
 * @param own the relations of its own entity
 * @param foreign the relations that it gives to other entities, each with the other entity in place of the target
 */
record StoredDocument(Json.Obj document, List<Arrow> own, List<Arrow> foreign) {

    /** No entity has a longer reference, so a longer one leads nowhere. */
    private static final int LONGEST_REF = 400;

    private static final String RELATIONS = "relations";
    private static final String TARGET = "targetRef";
    private static final String OTHER = "sourceRef";

    static StoredDocument of(ProcessedEntity entity) {
        List<Arrow> own = new ArrayList<>();
        List<Arrow> foreign = new ArrayList<>();
        for (EmittedRelation relation : entity.relations()) {
            boolean isOwn = relation.source().equals(entity.ref());
            String other = (isOwn ? relation.target() : relation.source()).toString();
            if (other.length() <= LONGEST_REF) {
                (isOwn ? own : foreign).add(new Arrow(relation.type(), other));
            }
        }
        List<Json> relations = new ArrayList<>();
        own.forEach(arrow -> relations.add(encode(arrow, TARGET)));
        foreign.forEach(arrow -> relations.add(encode(arrow, OTHER)));
        return new StoredDocument(entity.document().with(RELATIONS, new Json.Arr(relations)), own, foreign);
    }

    private static Json encode(Arrow arrow, String field) {
        return Json.object()
                .put("type", arrow.type())
                .put(field, arrow.target())
                .build();
    }

    static StoredDocument of(Json.Obj document) {
        return new StoredDocument(document, decode(document, TARGET), decode(document, OTHER));
    }

    private static List<Arrow> decode(Json.Obj document, String field) {
        List<Arrow> arrows = new ArrayList<>();
        for (Json item : document.array(RELATIONS).items()) {
            if (item instanceof Json.Obj relation) {
                String type = relation.text("type").orElse("");
                relation.text(field).ifPresent(other -> arrows.add(new Arrow(type, other)));
            }
        }
        return arrows;
    }
}
