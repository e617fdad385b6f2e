package org.callboard.core.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;
import org.callboard.core.policy.Authority;
import org.callboard.core.policy.Identity;
import org.jspecify.annotations.Nullable;

/** Finds out who sends a request: by bearer token, or by session cookie with a CSRF header where the request changes things. */
public final class Authentication {

    /** The session's cookie. */
    public static final String COOKIE = "callboard_session";

    /** The header that proves that our own page sends a state-changing request. */
    public static final String CSRF_HEADER = "X-Callboard-CSRF";

    /** Methods that change nothing. */
    static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final AdminToken first;
    private final AccessTokens tokens;
    private final Sessions sessions;
    private final ForeignTokens foreign;
    private final Authority authority;
    private final @Nullable ProxySignIn proxy;

    /**
     * Knows the first token, those of machines, of others, and the sessions; an authority says what each may do.
     *
     * @param proxy null where no proxy says who somebody is
     */
    public Authentication(
            AdminToken first,
            AccessTokens tokens,
            ForeignTokens foreign,
            Sessions sessions,
            Authority authority,
            @Nullable ProxySignIn proxy) {
        this.foreign = foreign;
        this.authority = authority;
        this.proxy = proxy;
        this.first = first;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /**
     * {@return who sends the request, if anybody who is known}
     *
     * @throws PortalException NOT_SIGNED_IN where a token is sent that is not known, or over; NOT_ALLOWED where the CSRF header is
     *     missing, or a page of another site has the browser ask
     */
    public Optional<PortalCaller> caller(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            return Optional.of(byToken(
                    header.startsWith(BEARER)
                            ? header.substring(BEARER.length()).strip()
                            : ""));
        }
        Optional<PortalCaller> caller = proxy == null
                ? Optional.empty()
                : proxy.identity(request).map(who -> new PortalCaller(who, authority.of(who), null));
        if (caller.isEmpty()) {
            caller = session(request).map(session -> by(checked(session, request)));
        }
        caller.ifPresent(somebody -> ForeignPages.refuse(request));
        return caller;
    }

    /**
     * {@return who sends the request, whose token may be a password: of any user name, for programs that know nothing else}
     *
     * @throws PortalException as {@link #caller}
     */
    public Optional<PortalCaller> callerByTokenOrPassword(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.startsWith(BASIC) ? Optional.of(byToken(password(header))) : caller(request);
    }

    private PortalCaller byToken(String token) {
        if (first.matches(token)) {
            return PortalCaller.ADMINISTRATOR;
        }
        return foreign.read(token).map(this::by).orElseGet(() -> by(tokens.good(token)));
    }

    private PortalCaller by(ForeignTokens.Shown shown) {
        return new PortalCaller(shown.identity(), authority.of(shown.identity()), shown.token());
    }

    /** {@return the caller that a token stands for}: it can do no more than who made it may do now */
    private PortalCaller by(AccessToken token) {
        Identity owner = token.owner().equals(Identity.ADMINISTRATOR.name())
                ? Identity.ADMINISTRATOR
                : new Identity(token.owner(), token.owner());
        return new PortalCaller(owner, authority.of(owner), token);
    }

    /** {@return the caller of a session} */
    public PortalCaller by(Session session) {
        return new PortalCaller(session.identity(), authority.of(session.identity()), null, session);
    }

    /** {@return a caller who was let in before, with what they may do now} */
    public PortalCaller now(PortalCaller caller) {
        if (caller.equals(PortalCaller.ADMINISTRATOR)) {
            return caller;
        }
        return new PortalCaller(caller.identity(), authority.of(caller.identity()), caller.token(), caller.session());
    }

    /** {@return whether a caller who was let in would be let in still, by the same token or session, and could do the same} */
    public boolean isGood(PortalCaller caller) {
        AccessToken token = caller.token();
        Session session = caller.session();
        return (token == null || isGood(token))
                && (session == null || sessions.isGood(session))
                && authority.of(caller.identity()).key().equals(caller.rights().key());
    }

    private boolean isGood(AccessToken token) {
        return token.isForeign() ? token.isGood(Instant.now()) : tokens.isGood(token);
    }

    /** {@return what stands behind the user name; empty for nothing} */
    private static String password(String header) {
        try {
            byte[] pair =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String text = new String(pair, StandardCharsets.UTF_8);
            return text.substring(text.indexOf(':') + 1);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
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
