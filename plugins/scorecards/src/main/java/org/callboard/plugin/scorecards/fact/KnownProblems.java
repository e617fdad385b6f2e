package org.callboard.plugin.scorecards.fact;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.callboard.api.catalog.Catalog;
import org.callboard.api.model.Entity;
import org.callboard.api.problem.Problem;
import org.callboard.api.security.Caller;

/** Which entities may have problems, so that the many that have none need not be looked up one by one. */
final class KnownProblems {

    private static final int MOST = 10_000;

    private final Set<String> refs = new HashSet<>();
    private final Set<String> files = new HashSet<>();
    private final boolean isComplete;

    KnownProblems(Catalog catalog, Caller caller) {
        List<Problem> all = catalog.problems(caller, MOST);
        isComplete = all.size() < MOST;
        for (Problem problem : all) {
            String ref = problem.entityRef();
            if (ref == null) {
                files.add(problem.position().target());
            } else {
                refs.add(ref);
            }
        }
    }

    /** Whether an entity may have some: of its own, or as its file has one of no certain entity. */
    boolean mayHave(Entity entity) {
        if (!isComplete || refs.contains(entity.ref().toString())) {
            return true;
        }
        String location = Descriptor.location(entity);
        return files.contains(location.substring(location.indexOf(':') + 1));
    }
}
