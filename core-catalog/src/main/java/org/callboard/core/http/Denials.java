package org.callboard.core.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.session.Authentication;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.session.ProxySignIn;
import org.callboard.core.session.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** Tells the audit log of requests that are refused to somebody who is known: that they may not, and not that they did. */
final class Denials {

    /** Who is not known. */
    static final String NOBODY = "nobody";

    private static final String CALLER = "org.callboard.caller";
    private static final String OWN_CLIENT = "callboard/";
    private static final String API = "/api/";

    private final Authentication authentication;
    private final AuditLog audit;

    Denials(PortalServer.Access access) {
        this.authentication = access.authentication();
        this.audit = access.audit();
    }

    /** {@return by what a request comes in} Whether the caller really has it, the door finds out; what the client is, it says itself. */
    static String through(HttpServletRequest request) {
        String client = request.getHeader("User-Agent");
        if (request.getHeader("Authorization") != null) {
            return client != null && client.startsWith(OWN_CLIENT) ? "command line" : "token";
        }
        return Authentication.cookie(request) != null ? "session" : "no session";
    }

    /** Remembers who sends a request. */
    static void sentBy(PortalCaller caller, HttpServletRequest request) {
        request.setAttribute(CALLER, caller.getName());
        if (caller.token() == null
                && ProxySignIn.ISSUER.equals(caller.identity().issuer())) {
            MDC.put(AuditLog.THROUGH_KEY, ProxySignIn.ISSUER);
        }
    }

    /** {@return whether it is known who sends a request} */
    static boolean isKnown(HttpServletRequest request) {
        return request.getAttribute(CALLER) != null;
    }

    /** Tells of an answer by a plugin that is a denial. */
    void answered(HttpServletRequest request, HttpServletResponse response) {
        if (response.getStatus() == HttpServletResponse.SC_FORBIDDEN) {
            tell(request, "the plugin denied it");
        }
    }

    /** Tells of a failure that is a denial. */
    void failed(HttpServletRequest request, PortalException failure) {
        if (failure.kind() == ProblemKind.NOT_ALLOWED) {
            tell(request, failure.message());
        }
    }

    private void tell(HttpServletRequest request, String why) {
        String path = request.getRequestURI();
        audit.refused(
                caller(request),
                "access.deny",
                request.getMethod() + " " + route(path),
                request.getMethod() + " " + path,
                why);
    }

    /** A request without the proof that a page of ours sends it is denied before anybody is taken for its sender. */
    private String caller(HttpServletRequest request) {
        if (request.getAttribute(CALLER) instanceof String known) {
            return known;
        }
        @Nullable Session session = authentication.session(request).orElse(null);
        return session == null ? NOBODY : session.identity().name();
    }

    /** {@return where a path leads to, without what each request may say otherwise} */
    private static String route(String path) {
        int from = path.startsWith(API) ? API.length() : 1;
        int end = path.indexOf('/', from);
        return end < 0 ? path : path.substring(0, end);
    }
}
