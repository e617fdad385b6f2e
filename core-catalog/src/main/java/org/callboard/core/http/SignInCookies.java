package org.callboard.core.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.callboard.core.session.Authentication;
import org.callboard.core.session.Secrets;
import org.jspecify.annotations.Nullable;

/** The cookies by which a browser is known: while somebody signs in, and afterwards. */
final class SignInCookies {

    private static final String BROWSER = "callboard_signin";
    private static final Duration SIGNING_IN = Duration.ofMinutes(10);

    private SignInCookies() {}

    /** {@return the cookie of a session} */
    static Cookie ofSession(String value, Duration lifetime, HttpServletRequest request) {
        return cookie(Authentication.COOKIE, value, lifetime, request);
    }

    /** {@return what takes the cookie of a session away} */
    static Cookie ofNoSession(HttpServletRequest request) {
        return ofSession("", Duration.ZERO, request);
    }

    /** {@return the cookie of a browser in which somebody signs in} */
    static Cookie ofBrowser(String value, HttpServletRequest request) {
        return cookie(BROWSER, value, SIGNING_IN, request);
    }

    /** {@return what a browser is known by: the same in two of its windows} */
    static String browser(HttpServletRequest request) {
        String known = knownBrowser(request);
        return known == null ? Secrets.fresh() : known;
    }

    /** {@return what a browser is known by, or null} */
    static @Nullable String knownBrowser(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(BROWSER) && cookie.getValue().matches("[A-Za-z0-9_-]{43}")) {
                return cookie.getValue();
            }
        }
        return null;
    }

    private static Cookie cookie(String name, String value, Duration lifetime, HttpServletRequest request) {
        Cookie cookie = new Cookie(name, value);
        String base = PublicAddress.of(request);
        cookie.setPath(base.isEmpty() ? "/" : base);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge((int) lifetime.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
