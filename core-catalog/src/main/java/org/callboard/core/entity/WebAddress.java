package org.callboard.core.entity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What browsers take for a URL: Backstage asks JavaScript's {@code URL}, which takes blanks and braces that Java's refuses,
 * drops tabs and line ends, and knows schemes that must have a host.
 */
final class WebAddress {

    private static final Set<String> WITH_HOST = Set.of("http", "https", "ws", "wss", "ftp");
    private static final Set<String> SHOWN_AS_LINK = Set.of("http", "https", "mailto");
    private static final int MAX_PORT = 65_535;

    private WebAddress() {}

    /** {@return the scheme in lower case, where the text is a URL that stands alone} */
    static Optional<String> scheme(String text) {
        String plain = plain(text);
        int colon = plain.indexOf(':');
        if (colon <= 0 || !isScheme(plain, colon)) {
            return Optional.empty();
        }
        String scheme = plain.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = plain.substring(colon + 1);
        boolean valid;
        if (WITH_HOST.contains(scheme)) {
            valid = isAuthority(rest.substring(slashes(rest)), "/\\?#", WebHost::isDomain);
        } else if (scheme.equals("file")) {
            valid = slashes(rest) < 2 || isFileHost(upTo(rest.substring(2), "/\\?#"));
        } else {
            valid = !rest.startsWith("//") || isAuthority(rest.substring(2), "/?#", WebHost::isOpaque);
        }
        return valid ? Optional.of(scheme) : Optional.empty();
    }

    /** {@return whether a page may offer it to click on} */
    static boolean isSafe(String scheme) {
        return SHOWN_AS_LINK.contains(scheme);
    }

    /** Without the blanks and control characters around it, and without line ends and tabs anywhere. */
    private static String plain(String text) {
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

    private static int slashes(String text) {
        int count = 0;
        while (count < text.length() && (text.charAt(count) == '/' || text.charAt(count) == '\\')) {
            count++;
        }
        return count;
    }

    private static String upTo(String text, String ends) {
        int end = 0;
        while (end < text.length() && ends.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, end);
    }

    private static boolean isAuthority(String text, String ends, HostRule rule) {
        String authority = upTo(text, ends);
        int at = authority.lastIndexOf('@');
        String place = authority.substring(at + 1);
        int bracket = place.lastIndexOf(']');
        int colon = place.indexOf(':', place.startsWith("[") ? Math.max(bracket, 0) : 0);
        String host = colon < 0 ? place : place.substring(0, colon);
        if (host.isEmpty()) {
            return at < 0 && colon < 0 && rule.accepts(host);
        }
        return rule.accepts(host) && (colon < 0 || isPort(place.substring(colon + 1)));
    }

    /** No name, a drive's letter, or a host without a port. */
    private static boolean isFileHost(String host) {
        boolean isDrive = host.length() == 2
                && Character.isLetter(host.charAt(0))
                && host.charAt(0) < 128
                && (host.charAt(1) == ':' || host.charAt(1) == '|');
        return host.isEmpty() || isDrive || WebHost.isDomain(host);
    }

    private static boolean isPort(String text) {
        int port = 0;
        for (int i = 0; i < text.length() && port <= MAX_PORT; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            port = port * 10 + c - '0';
        }
        return port <= MAX_PORT;
    }

    private interface HostRule {
        boolean accepts(String host);
    }
}
