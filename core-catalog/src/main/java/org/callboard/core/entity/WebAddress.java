package org.callboard.core.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What browsers take for a URL, as far as links need it: Backstage asks JavaScript's {@code URL}, which takes blanks and
 * braces that Java's refuses, drops tabs and line ends, and knows schemes that must have a host.
 */
final class WebAddress {

    private static final Set<String> WITH_HOST = Set.of("http", "https", "ws", "wss", "ftp");
    private static final Set<String> SHOWN_AS_LINK = Set.of("http", "https", "mailto");
    private static final String NOT_IN_HOST = " #/<>?@\\^|%";
    private static final int MAX_PORT = 65_535;

    private WebAddress() {}

    /** {@return the scheme in lower case, where the text is a URL that stands alone} */
    static Optional<String> scheme(String text) {
        String plain = withoutBreaks(text);
        int colon = plain.indexOf(':');
        if (colon <= 0 || !isScheme(plain, colon)) {
            return Optional.empty();
        }
        String scheme = plain.substring(0, colon).toLowerCase(Locale.ROOT);
        boolean valid = !WITH_HOST.contains(scheme) || hasHost(plain, colon + 1);
        return valid ? Optional.of(scheme) : Optional.empty();
    }

    /** {@return whether a page may offer it to click on} */
    static boolean isSafe(String scheme) {
        return SHOWN_AS_LINK.contains(scheme);
    }

    private static String withoutBreaks(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\t' && c != '\n' && c != '\r') {
                plain.append(c);
            }
        }
        return plain.toString().trim();
    }

    private static boolean isScheme(String text, int end) {
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            boolean inner = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
            if (!letter && !(inner && i > 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasHost(String text, int from) {
        int start = from;
        while (start < text.length() && isSlash(text.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < text.length()
                && !isSlash(text.charAt(end))
                && text.charAt(end) != '?'
                && text.charAt(end) != '#') {
            end++;
        }
        String authority = text.substring(start, end);
        return isHostAndPort(authority.substring(authority.lastIndexOf('@') + 1));
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }

    private static boolean isHostAndPort(String text) {
        int bracket = text.startsWith("[") ? text.indexOf(']') : -1;
        int colon = text.indexOf(':', Math.max(bracket, 0));
        String host = colon < 0 ? text : text.substring(0, colon);
        return isHost(host, bracket) && (colon < 0 || isPort(text.substring(colon + 1)));
    }

    private static boolean isHost(String host, int bracket) {
        if (bracket > 0) {
            return bracket == host.length() - 1;
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c <= ' ' || c == '[' || c == ']' || NOT_IN_HOST.indexOf(c) >= 0) {
                return false;
            }
        }
        return !host.isEmpty();
    }

    private static boolean isPort(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.isEmpty() || (text.length() <= 5 && Integer.parseInt(text) <= MAX_PORT);
    }
}
