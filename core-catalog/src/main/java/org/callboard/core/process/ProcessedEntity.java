package org.callboard.core.process;

import java.util.List;
import org.callboard.api.model.EntityRef;
import org.callboard.api.model.Json;
import org.callboard.api.problem.SourcePosition;

/**
 * What a document became: the entity without what only the whole catalog knows (uid, etag, relations of others).
 *
 * @param hash SHA-256 of document and relations, hexadecimal: equal means that nothing needs to be written
 */
public record ProcessedEntity(
        EntityRef ref, Json.Obj document, List<EmittedRelation> relations, SourcePosition position, String hash) {
    public ProcessedEntity {
        relations = List.copyOf(relations);
    }
}
