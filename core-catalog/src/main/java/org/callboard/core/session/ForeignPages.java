package org.callboard.core.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** Keeps out what pages of other sites have a browser ask for in the name of whoever is signed in; links to here are let in. */
final class ForeignPages {

    private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

    private ForeignPages() {}

    /** Refuses what such a page asks for, where the browser says so and would show it to be somebody's. */
    static void refuse(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && FOREIGN.contains(site) && !isFollowedLink(request)) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED, "A page of another site asks for this, which no page but its own may.");
        }
    }

    private static boolean isFollowedLink(HttpServletRequest request) {
        return "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && "document".equals(request.getHeader("Sec-Fetch-Dest"))
                && Authentication.SAFE.contains(request.getMethod());
    }
}
