package org.callboard.plugin.webshell;

import jakarta.servlet.http.HttpServletRequest;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** What the endpoints ask of a request. */
final class Requests {

    private Requests() {}

    /** @throws PortalException METHOD_NOT_ALLOWED unless the request only reads */
    static void refuseChanges(HttpServletRequest request) {
        String method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            throw new PortalException(
                    ProblemKind.METHOD_NOT_ALLOWED, request.getRequestURI() + " can only be read, not " + method + ".");
        }
    }

    /** @throws PortalException BAD_INPUT where the query lacks the parameter */
    static String parameter(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        if (value == null || value.isBlank()) {
            throw new PortalException(
                    ProblemKind.BAD_INPUT,
                    "The query parameter '" + name + "' is missing.",
                    "Add it: ?" + name + "=...");
        }
        return value;
    }
}
