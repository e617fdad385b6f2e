package org.callboard.core.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import org.callboard.core.revision.Preview;
import org.callboard.core.revision.Previews;
import org.callboard.core.session.PortalCaller;
import org.jspecify.annotations.Nullable;

/** Finds the preview that a request is to see: by header, or by the cookie that its link gives. Another's key is as none. */
final class PreviewKeys {

    /** What scripts send. */
    static final String HEADER = "Callboard-Preview";

    /** What browsers send. */
    static final String COOKIE = "callboard_preview";

    private final Previews previews;

    PreviewKeys(Previews previews) {
        this.previews = previews;
    }

    /** {@return the preview of the request, if it is the caller's own} While there is none, no request is looked at. */
    @Nullable Preview of(HttpServletRequest request, PortalCaller caller) {
        if (previews.isEmpty()) {
            return null;
        }
        String key = key(request);
        return key == null ? null : previews.find(key, caller.getName()).orElse(null);
    }

    private static @Nullable String key(HttpServletRequest request) {
        String header = request.getHeader(HEADER);
        if (header != null) {
            return header;
        }
        Cookie[] cookies = request.getCookies();
        for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
            if (cookie.getName().equals(COOKIE)) {
                return cookie.getValue();
            }
        }
        return null;
    }

    /** {@return the cookie, which a browser forgets when it is closed; one whose preview is over is as none} */
    static Cookie cookie(String key, HttpServletRequest request) {
        Cookie cookie = new Cookie(COOKIE, key);
        String base = PublicAddress.of(request);
        cookie.setPath(base.isEmpty() ? "/" : base);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }
}
