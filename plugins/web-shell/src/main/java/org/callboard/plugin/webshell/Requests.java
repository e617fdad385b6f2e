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
            throw notAllowed(request, "GET");
        }
    }

    /** @throws PortalException METHOD_NOT_ALLOWED unless the request's method is this */
    static void refuseAllBut(String method, HttpServletRequest request) {
        if (!request.getMethod().equals(method)) {
            throw notAllowed(request, method);
        }
    }

    /** @throws PortalException UNSUPPORTED_MEDIA_TYPE unless the body is said to be JSON */
    static void refuseAllButJson(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || !type.matches("application/json(\\s*;.*)?")) {
            throw new PortalException(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    request.getRequestURI() + " takes JSON.",
                    "Send the header Content-Type: application/json.");
        }
    }

    private static PortalException notAllowed(HttpServletRequest request, String method) {
        return new PortalException(
                ProblemKind.METHOD_NOT_ALLOWED,
                request.getRequestURI() + " takes " + method + ", not " + request.getMethod() + ".");
    }
}
