package org.callboard.core.read;

import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.api.problem.SourcePosition;

/** Text that can't be taken in, and why. Never leaves the catalog: callers see the problem. */
public final class UnreadableException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Refuses with an error at a place. */
    public UnreadableException(String code, SourcePosition place, String reason, String fix) {
        this(new Problem(Level.ERROR, code, null, place, reason, fix));
    }

    /** Refuses with a problem of any level. */
    public UnreadableException(Problem problem) {
        super(problem.reason(), null, false, false);
        this.problem = problem;
    }

    /** Refuses something whose place only the one who asked for it knows. */
    public UnreadableException(String code, String reason, String fix) {
        this(code, SourcePosition.ofFile(""), reason, fix);
    }

    /** {@return what is wrong} */
    public Problem problem() {
        return problem;
    }
}
