package org.callboard.core.catalog;

import java.util.List;
import org.callboard.api.model.Entity;
import org.callboard.api.model.EntityRef;
import org.callboard.api.problem.Problem;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.ReservedAnnotations;
import org.callboard.core.query.SearchIndex;

/** Owners that are named and not there. No document is at fault for it alone, so it is seen with the entity. */
final class MissingOwners {

    private static final String OWNED_BY = "ownedBy";

    private final SearchIndex index;

    MissingOwners(SearchIndex index) {
        this.index = index;
    }

    /** {@return a problem for each owner of an entity that is not in the catalog} */
    List<Problem> of(Entity entity) {
        return entity.relations().stream()
                .filter(relation -> relation.type().equals(OWNED_BY))
                .filter(relation -> index.find(relation.target()).isEmpty())
                .map(relation -> problem(entity, relation.target()))
                .toList();
    }

    private static Problem problem(Entity entity, EntityRef owner) {
        String location = entity.annotation(ReservedAnnotations.LOCATION).orElse("");
        String target = location.substring(location.indexOf(':') + 1);
        return new Problem(
                Problem.Level.WARNING,
                "no-such-owner",
                entity.ref().toString(),
                SourcePosition.ofFile(target),
                "There is no such owner: '" + owner + "' is not in the catalog, and gives nobody any rights.",
                "Correct spec.owner, or bring the owner into the catalog.");
    }
}
