package org.callboard.core.web;

import org.callboard.api.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What came of asking for a page. */
sealed interface Outcome {

    /** The page came whole. */
    record Fetched(Body body, Validators validators) implements Outcome {}

    /** The server says that the page is what it was. */
    record Unchanged() implements Outcome {}

    /**
     * The page did not come.
     *
     * @param retryAfter what the server says about when to ask again, as it came
     */
    record Failed(Problem problem, @Nullable String retryAfter) implements Outcome {}
}
