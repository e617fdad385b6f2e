package org.callboard.api.net;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.callboard.api.model.Json;

/**
 * A request to a server: immutable, each method gives another one. Its headers may hold secrets, so nothing prints them; a
 * redirect to another host goes without them.
 */
public final class WebRequest {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_RETRIES = 5;
    private static final Set<String> SETTLED = Set.of("host", "connection", "content-length", "transfer-encoding");

    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final Body body;
    private final Duration timeout;
    private final int retries;

    /** What is sent. */
    public sealed interface Body {

        /** Nothing. */
        enum None implements Body {
            /** The one that there is. */
            NONE
        }

        /** A text in UTF-8. */
        record Text(String text, String type) implements Body {}

        /** A value as JSON. */
        record Value(Json value) implements Body {}
    }

    private WebRequest(String method, URI uri, Map<String, String> headers, Body body, Duration timeout, int retries) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
        this.timeout = timeout;
        this.retries = retries;
    }

    /** {@return a request that reads} */
    public static WebRequest get(URI uri) {
        return of("GET", uri);
    }

    /** {@return a request that makes something} */
    public static WebRequest post(URI uri) {
        return of("POST", uri);
    }

    /** {@return a request that puts something in a place} */
    public static WebRequest put(URI uri) {
        return of("PUT", uri);
    }

    /** {@return a request that changes a part of something} */
    public static WebRequest patch(URI uri) {
        return of("PATCH", uri);
    }

    /** {@return a request that removes} */
    public static WebRequest delete(URI uri) {
        return of("DELETE", uri);
    }

    private static WebRequest of(String method, URI uri) {
        return new WebRequest(method, uri, Map.of(), Body.None.NONE, LONGEST, 0);
    }

    /**
     * {@return one with this header}, instead of a former one of the name
     *
     * @throws IllegalArgumentException where name or value can't be sent, or the client sets the header itself
     */
    public WebRequest header(String name, String value) {
        String key = name.toLowerCase(Locale.ROOT);
        if (!key.matches("[a-z0-9!#$%&'*+.^_`|~-]+") || SETTLED.contains(key)) {
            throw new IllegalArgumentException("There can't be a header '" + name + "'.");
        }
        if (!value.chars().allMatch(character -> character == '\t' || (character >= ' ' && character < 0x7F))) {
            throw new IllegalArgumentException("The header '" + name + "' has characters that can't be sent.");
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(key, value);
        return new WebRequest(method, uri, Map.copyOf(more), body, timeout, retries);
    }

    /** {@return one that sends this as JSON} */
    public WebRequest json(Json value) {
        return new WebRequest(method, uri, headers, new Body.Value(value), timeout, retries);
    }

    /** {@return one that sends this text, of this media type} */
    public WebRequest text(String text, String type) {
        return new WebRequest(method, uri, headers, new Body.Text(text, type), timeout, retries);
    }

    /** {@return one that sends these as a form} */
    public WebRequest form(FormFields fields) {
        return text(fields.encoded(), "application/x-www-form-urlencoded");
    }

    /** {@return one that has so much time for everything}; 30 s, which is also the most */
    public WebRequest timeout(Duration time) {
        if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A timeout is more than nothing, and 30 s at the most.");
        }
        return new WebRequest(method, uri, headers, body, time, retries);
    }

    /**
     * {@return one that is sent again so often, with growing pauses, where there is no answer or one of 429, 502, 503 and 504}
     * By default it is sent once.
     *
     * @throws IllegalArgumentException where it does more when it is sent twice, as POST and PATCH do
     */
    public WebRequest retries(int most) {
        if (most < 0 || most > MOST_RETRIES) {
            throw new IllegalArgumentException("A request is repeated from 0 to " + MOST_RETRIES + " times.");
        }
        if (most > 0 && !Set.of("GET", "PUT", "DELETE").contains(method)) {
            throw new IllegalArgumentException(method + " may do its work twice, so it is not repeated.");
        }
        return new WebRequest(method, uri, headers, body, timeout, most);
    }

    /** {@return GET, POST, PUT, PATCH or DELETE} */
    public String method() {
        return method;
    }

    /** {@return where it goes} */
    public URI uri() {
        return uri;
    }

    /** {@return the headers, with names in lower case} */
    public Map<String, String> headers() {
        return headers;
    }

    /** {@return what is sent} */
    public Body body() {
        return body;
    }

    /** {@return the time for everything} */
    public Duration timeout() {
        return timeout;
    }

    /** {@return how often it is repeated at the most} */
    public int retries() {
        return retries;
    }

    /** {@return method and host}; path and query may tell more than they should */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getHost();
    }
}
