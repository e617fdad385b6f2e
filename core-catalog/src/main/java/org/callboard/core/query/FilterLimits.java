package org.callboard.core.query;

import java.util.List;
import org.callboard.api.catalog.Filter;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** Bounds what a filter may cost. */
final class FilterLimits {

    private static final int DEEPEST = 20;
    private static final int MOST = 1_000;

    private int conditions;

    private FilterLimits() {}

    /**
     * Looks at a filter before anything else does.
     *
     * @throws PortalException BAD_INPUT where it nests too deep or has too many conditions
     */
    static void check(Filter filter) {
        new FilterLimits().check(filter, 1);
    }

    private void check(Filter filter, int depth) {
        if (depth > DEEPEST) {
            throw refuse("nests deeper than " + DEEPEST + " levels");
        }
        if (filter instanceof Filter.All all) {
            checkEach(all.conditions(), depth);
        } else if (filter instanceof Filter.Any any) {
            checkEach(any.conditions(), depth);
        } else if (filter instanceof Filter.Not not) {
            check(not.condition(), depth + 1);
        } else if (filter instanceof Filter.Equal equal) {
            count(equal.values().size());
        } else if (filter instanceof Filter.Contains contains) {
            count(contains.paths().size());
        } else {
            count(1);
        }
    }

    private void checkEach(List<Filter> filters, int depth) {
        count(1);
        filters.forEach(filter -> check(filter, depth + 1));
    }

    private void count(int more) {
        conditions += more;
        if (conditions > MOST) {
            throw refuse("has more than " + MOST + " conditions");
        }
    }

    private static PortalException refuse(String why) {
        return new PortalException(
                ProblemKind.BAD_INPUT, "The filter " + why + ".", "Ask in several requests, with a part of it each.");
    }
}
