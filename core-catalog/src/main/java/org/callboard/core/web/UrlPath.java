package org.callboard.core.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths in one form each: without dot segments, with nothing encoded that need not be, and none that a server may take for another. */
final class UrlPath {

    private static final Pattern PATH = Pattern.compile("([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*");
    private static final Pattern QUERY = Pattern.compile("([A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*");
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._~-]");
    private static final Pattern CLIMBS =
            Pattern.compile("(.*[/\\\\])?\\.{1,2}(;[^/\\\\]*)?([/\\\\].*)?", Pattern.DOTALL);
    private static final int MOST_LAYERS = 5;
    private static final String ENCODE = "Write other characters percent-encoded, a blank as %20.";

    private UrlPath() {}

    /** {@return the one form of a path} */
    static String normalised(String path) throws MalformedException {
        if (!PATH.matcher(path).matches()) {
            throw new MalformedException("has a path with characters that a URL can't hold", ENCODE);
        }
        String normal = decodePlain(withoutDots(path.isEmpty() ? "/" : path));
        requireHonest(normal);
        return normal;
    }

    static String query(String query) throws MalformedException {
        if (!QUERY.matcher(query).matches()) {
            throw new MalformedException("has a query with characters that a URL can't hold", ENCODE);
        }
        return query;
    }

    private static String withoutDots(String path) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean dots = segments[i].equals(".") || segments[i].equals("..");
            if (segments[i].equals("..")) {
                kept.pollLast();
            }
            if (!dots) {
                kept.add(segments[i]);
            } else if (i == segments.length - 1) {
                kept.add("");
            }
        }
        return "/" + String.join("/", kept);
    }

    private static String decodePlain(String path) {
        return ENCODED.matcher(path).replaceAll(found -> {
            String character = String.valueOf((char) Integer.parseInt(found.group(1), 16));
            String same = PLAIN.matcher(character).matches()
                    ? character
                    : found.group().toUpperCase(Locale.ROOT);
            return Matcher.quoteReplacement(same);
        });
    }

    /** Encoded slashes are common in names of projects; dots behind them, once or many times encoded, are not. */
    private static void requireHonest(String path) throws MalformedException {
        String layer = path;
        for (int i = 0; i < MOST_LAYERS; i++) {
            if (CLIMBS.matcher(layer).matches() || layer.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
                throw new MalformedException(
                        "has a path with dots or control characters in disguise", "Write the path plainly.");
            }
            layer = decoded(layer);
        }
        if (ENCODED.matcher(layer).find()) {
            throw new MalformedException("has a path that is encoded many times over", "Write the path plainly.");
        }
    }

    private static String decoded(String path) {
        return ENCODED.matcher(path)
                .replaceAll(found -> Matcher.quoteReplacement(new String(
                        new byte[] {(byte) Integer.parseInt(found.group(1), 16)}, StandardCharsets.ISO_8859_1)));
    }
}
