package org.callboard.api.catalog;

import java.util.List;
import org.callboard.api.model.Json;
import org.callboard.api.problem.Problem;

/**
 * What a place would bring into the catalog.
 *
 * @param entities without {@code metadata.uid}, {@code metadata.etag} and relations; first the Location entity that would
 *     stand for the place
 * @param problems what is wrong with what was read
 */
public record Preview(List<Json.Obj> entities, List<Problem> problems) {
    /** Copies the lists. */
    public Preview {
        entities = List.copyOf(entities);
        problems = List.copyOf(problems);
    }
}
