package org.callboard.core.catalog;

import java.util.List;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.ReservedAnnotations;
import org.callboard.core.query.SearchIndex;
import org.callboard.core.query.Sight;

/**
 * Owners that are named and not there. No document is at fault for it alone, so it is seen with the entity. Who does not see
 * all hears the same of an owner that is hidden.
 */
final class MissingOwners {

    private static final String OWNED_BY = "ownedBy";

    private final SearchIndex index;

    MissingOwners(SearchIndex index) {
        this.index = index;
    }

    /** {@return a problem for each owner of an entity that is not in the catalog} */
    List<Problem> of(Entity entity, Sight sight) {
        return entity.relations().stream()
                .filter(relation -> relation.type().equals(OWNED_BY))
                .filter(relation -> !index.shows(relation.target().toString(), sight))
                .map(relation -> problem(entity, reason(relation.target(), sight)))
                .toList();
    }

    private static String reason(EntityRef owner, Sight sight) {
        return sight.isWhole()
                ? "There is no such owner: '" + owner + "' is not in the catalog, and gives nobody any rights."
                : "The owner '" + owner + "' is not in the catalog, or you may not read it.";
    }

    private static Problem problem(Entity entity, String reason) {
        String location = entity.annotation(ReservedAnnotations.LOCATION).orElse("");
        String target = location.substring(location.indexOf(':') + 1);
        return new Problem(
                Problem.Level.WARNING,
                "no-such-owner",
                entity.ref().toString(),
                SourcePosition.ofFile(target),
                reason,
                "Correct spec.owner, or bring the owner into the catalog.");
    }
}
