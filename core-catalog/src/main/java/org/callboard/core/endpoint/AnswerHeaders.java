package org.callboard.core.endpoint;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The headers of an answer in the making. */
final class AnswerHeaders {

    private static final String TYPE = "Content-Type";
    private static final String CHARSET = "charset=";

    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private final List<Cookie> cookies = new ArrayList<>();

    static String date(long millis) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
    }

    void set(String name, @Nullable String value) {
        if (value == null) {
            values.remove(name);
        } else if (HeaderRules.isKept(name, value)) {
            values.put(name, new ArrayList<>(List.of(value)));
        }
    }

    void add(String name, String value) {
        if (HeaderRules.isKept(name, value)) {
            values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        }
    }

    @Nullable String first(String name) {
        List<String> found = values.get(name);
        return found == null ? null : found.get(0);
    }

    List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    List<String> names() {
        return List.copyOf(values.keySet());
    }

    void add(Cookie cookie) {
        HeaderRules.refusePortalsCookie(cookie.getName());
        cookies.add(cookie);
    }

    void clear() {
        values.clear();
        cookies.clear();
    }

    String charset() {
        String type = first(TYPE);
        int at = type == null ? -1 : type.toLowerCase(java.util.Locale.ROOT).indexOf(CHARSET);
        return type == null || at < 0
                ? "ISO-8859-1"
                : type.substring(at + CHARSET.length())
                        .replaceFirst("[;\\s].*", "")
                        .replace("\"", "");
    }

    void setCharset(String charset) {
        String type = first(TYPE);
        if (type != null) {
            set(TYPE, type.replaceFirst("(?i);\\s*charset=[^;]*", "") + ";" + CHARSET + charset);
        }
    }

    /** Its own replace those that the answer already had. */
    void copyTo(HttpServletResponse response) {
        values.forEach((name, all) -> {
            if (name.equalsIgnoreCase(HeaderRules.POLICY)) {
                copyPolicy(all, response);
                return;
            }
            if (name.equalsIgnoreCase("Cache-Control")) {
                response.setHeader(name, HeaderRules.caching(String.join(", ", all)));
                return;
            }
            response.setHeader(name, all.get(0));
            all.subList(1, all.size()).forEach(value -> response.addHeader(name, value));
        });
        cookies.forEach(response::addCookie);
    }

    /** One that isolates the page takes the place of the portal's; others come on top, and browsers keep to both. */
    private static void copyPolicy(List<String> policies, HttpServletResponse response) {
        if (policies.size() == 1 && Isolation.isGiven(policies.get(0))) {
            response.setHeader(HeaderRules.POLICY, policies.get(0));
            // says less than the policy, which browsers that know it go by
            response.setHeader("X-Frame-Options", "SAMEORIGIN");
        } else {
            policies.forEach(value -> response.addHeader(HeaderRules.POLICY, value));
        }
    }
}
