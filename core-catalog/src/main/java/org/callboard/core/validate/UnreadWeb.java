package org.callboard.core.validate;

import org.callboard.api.problem.Problem;
import org.callboard.api.problem.Problem.Level;
import org.callboard.core.read.Resource;
import org.callboard.core.read.ResourceReader;
import org.callboard.core.read.UnreadableException;

/** The web, which is not read here: what depends on it is neither right nor wrong. */
final class UnreadWeb implements ResourceReader {

    private static final String REASON = "It is on the web, which is not read without a portal.";
    private static final String FIX = "Nothing to do; the portal reads it, where reading.allow has its host.";

    @Override
    public Resource resolve(Resource base, String name) {
        return new Resource(Resource.URL, name);
    }

    @Override
    public byte[] read(Resource resource) throws UnreadableException {
        throw new UnreadableException("not-read", REASON, FIX);
    }

    @Override
    public String fingerprint(Resource resource) {
        return "";
    }

    /** {@return the problem, made harmless where the web is all that is to blame} */
    static Problem forgiven(Problem problem) {
        return problem.reason().contains(REASON)
                ? new Problem(
                        Level.INFO,
                        "not-read",
                        problem.entityRef(),
                        problem.position(),
                        problem.reason(),
                        problem.fix())
                : problem;
    }

    /** {@return what to say of a location on the web} */
    static UnreadableException location(String url) {
        return new UnreadableException("not-read", url + " was not checked: " + REASON, FIX);
    }
}
