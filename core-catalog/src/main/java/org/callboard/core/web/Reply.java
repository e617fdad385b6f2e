package org.callboard.core.web;

import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.jspecify.annotations.Nullable;

/** One answer of a server; the body is empty unless the status is 200. */
record Reply(int status, HttpFields headers, Body body) {

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    boolean isRedirect() {
        return isRedirect(status);
    }

    static boolean isRedirect(int status) {
        return REDIRECTS.contains(status);
    }

    @Nullable String header(HttpHeader name) {
        return headers.get(name);
    }

    Validators validators() {
        return Validators.of(header(HttpHeader.ETAG), header(HttpHeader.LAST_MODIFIED));
    }
}
