package org.callboard.core.store;

import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.core.process.ProcessedEntity;

/** The problems of entities that are declared more than once. */
final class Conflicts {

    private static final String CODE = "declared-twice";

    private Conflicts() {}

    static Problem takenBy(ProcessedEntity entity, String owner) {
        return problem(
                entity,
                "The entity '" + entity.ref() + "' is declared in " + owner + " already; the one in "
                        + entity.position().target() + " is not taken.");
    }

    static Problem twiceInOneFile(ProcessedEntity entity) {
        return problem(
                entity,
                "The entity '" + entity.ref() + "' is declared in an earlier document of this file already; "
                        + "this one is not taken.");
    }

    private static Problem problem(ProcessedEntity entity, String reason) {
        return new Problem(
                Level.ERROR,
                CODE,
                entity.ref().toString(),
                entity.position(),
                reason,
                "Give one of them another name or namespace, or remove it.");
    }
}
