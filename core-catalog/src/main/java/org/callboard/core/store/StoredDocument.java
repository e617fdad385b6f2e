package org.callboard.core.store;

import java.util.ArrayList;
import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.core.process.EmittedRelation;
import org.callboard.core.process.ProcessedEntity;
import org.callboard.core.stitch.Arrow;

/**
 * The relations that a document gives rise to.
 *
 * @param own those of its own entity
 * @param foreign those that it gives to other entities, each with the other entity in place of the target
 */
record StoredDocument(List<Arrow> own, List<Arrow> foreign) {

    /** No entity has a longer reference, so a longer one leads nowhere. */
    private static final int LONGEST_REF = 400;

    static StoredDocument of(ProcessedEntity entity) {
        StoredDocument relations = new StoredDocument(new ArrayList<>(), new ArrayList<>());
        for (EmittedRelation relation : entity.relations()) {
            boolean isOwn = relation.source().equals(entity.ref());
            relations.add(isOwn, relation.type(), (isOwn ? relation.target() : relation.source()).toString());
        }
        return relations;
    }

    /** {@return the relations of a document as its column holds it} */
    static StoredDocument of(Json.Obj document) {
        StoredDocument relations = new StoredDocument(new ArrayList<>(), new ArrayList<>());
        for (Json item : document.array(ProcessedEntity.RELATIONS).items()) {
            if (item instanceof Json.Obj relation) {
                String type = relation.text("type").orElse("");
                relation.text(ProcessedEntity.TARGET).ifPresent(other -> relations.add(true, type, other));
                relation.text(ProcessedEntity.SOURCE).ifPresent(other -> relations.add(false, type, other));
            }
        }
        return relations;
    }

    private void add(boolean isOwn, String type, String other) {
        if (other.length() <= LONGEST_REF) {
            (isOwn ? own : foreign).add(new Arrow(type, other));
        }
    }
}
