package org.callboard.core.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;

/**
 * Which of its contents a file has, so that one who has it already need not be sent it.
 *
 * @param tag another content has another one
 * @param since when the content was there at the latest
 */
record Version(String tag, Instant since) {

    Version {
        // as exact as HTTP's dates
        since = since.truncatedTo(ChronoUnit.SECONDS);
    }

    /** {@return whether the request is answered by saying that nothing is new} */
    boolean isKnownTo(Exchange exchange) {
        HttpServletResponse response = exchange.response();
        response.setHeader("ETag", quoted());
        response.setDateHeader("Last-Modified", since.toEpochMilli());
        boolean isKnown = exchange.request().getHeader("If-None-Match") == null
                ? isSince(exchange.request())
                : isTagged(exchange.request());
        if (isKnown) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        }
        return isKnown;
    }

    private String quoted() {
        return "\"" + tag + "\"";
    }

    private boolean isTagged(HttpServletRequest request) {
        for (String header : Collections.list(request.getHeaders("If-None-Match"))) {
            for (String known : header.split(",", -1)) {
                String opaque = known.strip().replaceFirst("^W/", "");
                if (opaque.equals("*") || opaque.equals(quoted())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isSince(HttpServletRequest request) {
        try {
            return request.getDateHeader("If-Modified-Since") >= since.toEpochMilli();
        } catch (IllegalArgumentException noDate) {
            return false;
        }
    }
}
