package org.callboard.core.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.jspecify.annotations.Nullable;

/** Finds out who sends a request: by bearer token, or by session cookie with a CSRF header where the request changes things. */
public final class Authentication {

    /** The session's cookie. */
    public static final String COOKIE = "callboard_session";

    /** The header that proves that our own page sends a state-changing request. */
    public static final String CSRF_HEADER = "X-Callboard-CSRF";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "Bearer ";

    private final AdminToken token;
    private final Sessions sessions;

    /** Knows the first token and the sessions. */
    public Authentication(AdminToken token, Sessions sessions) {
        this.token = token;
        this.sessions = sessions;
    }

    /**
     * {@return who sends the request, if anybody who is known}
     *
     * @throws PortalException NOT_SIGNED_IN where a token is sent and not known; NOT_ALLOWED where the CSRF header is missing
     */
    public Optional<PortalCaller> caller(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            if (header.startsWith(BEARER)
                    && token.matches(header.substring(BEARER.length()).strip())) {
                return Optional.of(PortalCaller.ADMINISTRATOR);
            }
            throw new PortalException(
                    ProblemKind.NOT_SIGNED_IN,
                    "The token is not known.",
                    "Send the header 'Authorization: Bearer <token>' with a token of this portal.");
        }
        return session(request).map(session -> checked(session, request).caller());
    }

    /** {@return the session of the request's cookie, if it has one} */
    public Optional<Session> session(HttpServletRequest request) {
        return Optional.ofNullable(cookie(request)).flatMap(sessions::find);
    }

    /** {@return the value of the session cookie, or null} */
    public static @Nullable String cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(COOKIE)) {
                return cookie.getValue();
            }
        }
        return null;
    }

    private static Session checked(Session session, HttpServletRequest request) {
        String csrf = request.getHeader(CSRF_HEADER);
        if (!SAFE.contains(request.getMethod()) && (csrf == null || !Secrets.same(csrf, session.csrf()))) {
            throw new PortalException(
                    ProblemKind.NOT_ALLOWED,
                    "The request changes something and lacks this session's " + CSRF_HEADER + " header.",
                    "Read the value from GET /api/session, or use a bearer token.");
        }
        return session;
    }
}
