package org.callboard.core.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.callboard.core.audit.AuditLog;
import org.callboard.core.session.Authentication;
import org.callboard.core.session.PortalCaller;
import org.callboard.core.session.Sessions;
import org.callboard.core.session.SignInLinks;

/** {@code /signin?code=...}: the one-time link. */
final class SignInResource implements CoreResource {

    private static final String PREFIX = "/signin";
    private static final int A_WEEK = 7 * 24 * 3600;

    private final SignInLinks links;
    private final Sessions sessions;
    private final AuditLog audit;
    private final Pages pages = new Pages();

    SignInResource(SignInLinks links, Sessions sessions, AuditLog audit) {
        this.links = links;
        this.sessions = sessions;
        this.audit = audit;
    }

    static String path(String code) {
        return PREFIX + "?code=" + code;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Access access() {
        return Access.OPEN;
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        if (!exchange.request().getMethod().equals("GET")) {
            throw exchange.methodNotAllowed("GET");
        }
        String code = exchange.request().getParameter("code");
        if (code == null || !links.redeem(code)) {
            audit.record(
                    PortalCaller.PORTAL, "session.create", "sign-in link", AuditLog.Outcome.REFUSED, "unknown code");
            pages.write(
                    exchange.response(),
                    401,
                    "This link is used up",
                    "<p>A sign-in link works once, within 10 minutes.</p><p>For another, run this where the portal runs:</p>"
                            + "<p><code>bin/callboard login</code></p>");
            return;
        }
        PortalCaller caller = PortalCaller.ADMINISTRATOR;
        exchange.response().addCookie(cookie(sessions.create(caller), A_WEEK, exchange.request()));
        audit.record(caller, "session.create", "sign-in link", AuditLog.Outcome.DONE, null);
        exchange.response().setStatus(303);
        exchange.response().setHeader("Location", "/");
    }

    static Cookie cookie(String value, int seconds, HttpServletRequest request) {
        Cookie cookie = new Cookie(Authentication.COOKIE, value);
        String base = PublicAddress.of(request);
        cookie.setPath(base.isEmpty() ? "/" : base);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
