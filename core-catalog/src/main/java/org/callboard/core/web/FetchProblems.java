package org.callboard.core.web;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.read.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * Why a page could not be had, in words for the owner of the location. Equal failures have equal words, without times or
 * addresses: what hangs on the page is then worked on once.
 */
final class FetchProblems {

    private static final String TRY_BY_HAND =
            "Open the URL from the portal's machine; the portal tries again by itself.";

    private FetchProblems() {}

    static UnreadableException of(WebUrl url, String code, String reason, String fix) {
        return new UnreadableException(code, SourcePosition.ofFile(url.toString()), reason, fix);
    }

    /** What a status other than 200, 304 and the redirects means. */
    static UnreadableException status(WebUrl url, int status) {
        String said = "'" + url + "' answers " + status;
        return switch (status) {
            case 404, 410 ->
                of(url, "url-not-found", said + ": there is no such page.", "Correct the URL, or remove the location.");
            case 401, 403 ->
                of(
                        url,
                        "url-forbidden",
                        said + ": the portal may not read the page.",
                        "Put the file where it can be read without signing in.");
            case 429 ->
                of(
                        url,
                        "url-rate-limited",
                        said + ": the portal asked too often.",
                        "Nothing need be done; raise catalog.processingInterval if it happens again and again.");
            default ->
                status >= 500 && status < 600
                        ? of(url, "url-server-failed", said + ": the server failed.", TRY_BY_HAND)
                        : of(url, "url-unexpected-status", said + ", which is no page.", TRY_BY_HAND);
        };
    }

    /** What a failure of the connection means. */
    static UnreadableException failure(WebUrl url, Throwable failure) {
        UnreadableException refused = cause(failure, UnreadableException.class);
        if (refused != null) {
            return refused;
        }
        if (cause(failure, TimeoutException.class) != null || cause(failure, SocketTimeoutException.class) != null) {
            return timeout(url);
        }
        if (cause(failure, UnknownHostException.class) != null) {
            return of(url, "url-unknown-host", "No host '" + url.host() + "' is known.", "Correct the host's name.");
        }
        if (cause(failure, SSLException.class) != null) {
            return of(
                    url,
                    "url-certificate",
                    "'" + url.host() + "' shows no certificate that the portal trusts.",
                    "Have the server show a valid certificate, or its authority added to the trust store of the portal's Java.");
        }
        return lost(url, failure);
    }

    /** What breaks first, the connection or a rule of HTTP, is often chance, so both are told alike. */
    private static UnreadableException lost(WebUrl url, Throwable failure) {
        if (cause(failure, ConnectException.class) != null || cause(failure, NoRouteToHostException.class) != null) {
            return of(url, "url-unreachable", "'" + url.host() + "' can't be connected to.", TRY_BY_HAND);
        }
        return of(
                url,
                "url-broken-answer",
                "The answer of '" + url + "' broke off, or breaks HTTP's rules or limits.",
                TRY_BY_HAND);
    }

    static UnreadableException timeout(WebUrl url) {
        return of(url, "url-timeout", "'" + url + "' does not answer in time.", TRY_BY_HAND);
    }

    private static <T> @Nullable T cause(Throwable failure, Class<T> type) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }
}
