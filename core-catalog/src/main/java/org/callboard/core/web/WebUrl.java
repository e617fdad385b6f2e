package org.callboard.core.web;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.callboard.api.problem.SourcePosition;
import org.callboard.core.entity.Texts;
import org.callboard.core.read.UnreadableException;
import org.jspecify.annotations.Nullable;

/**
 * A URL in the one form in which it is compared, asked for and kept. Nothing else in the portal takes a location's URL apart.
 *
 * @param scheme {@code http} or {@code https}
 * @param host a name in lower case, or an address
 * @param port the port, never 0
 * @param path the normalised path, which starts with a slash
 * @param query empty, or what starts with a question mark
 */
public record WebUrl(String scheme, String host, int port, String path, String query) {

    private static final int LONGEST = 2_048;
    private static final Map<String, Integer> PORTS = Map.of("http", 80, "https", 443);
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern PARTS = Pattern.compile("[A-Za-z]+://([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^]]*]|[^:\\[\\]]*)(:([1-9][0-9]{0,4}))?");

    /**
     * {@return the URL that a text is}
     *
     * @throws UnreadableException where it is none, or one that could be taken for another
     */
    public static WebUrl parse(String text) throws UnreadableException {
        try {
            requirePrintable(text);
            Matcher scheme = SCHEME.matcher(text);
            if (scheme.matches() && !PORTS.containsKey(scheme.group(1).toLowerCase(Locale.ROOT))) {
                throw refused(
                        "url-scheme",
                        text,
                        "The URL " + Texts.quote(text) + " starts with '" + scheme.group(1)
                                + ":', and only http and https" + " are read.",
                        "Name an http or https URL, or a file by a location of type 'file'.");
            }
            return parts(text);
        } catch (MalformedException malformed) {
            throw refused(
                    "url-malformed",
                    text,
                    "The URL " + Texts.quote(text) + " " + malformed.getMessage() + ".",
                    malformed.fix());
        }
    }

    private static void requirePrintable(String text) throws MalformedException {
        if (text.length() > LONGEST) {
            throw new MalformedException("is longer than " + LONGEST + " characters", "Name a shorter one.");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~' || c == '\\') {
                throw new MalformedException(
                        "holds a blank, a backslash, a control character or a character that is not ASCII",
                        "Write slashes, and other characters percent-encoded; a host with other letters in its 'xn--' form.");
            }
        }
    }

    private static WebUrl parts(String text) throws MalformedException {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw new MalformedException("is no whole URL", "Write it whole, from https:// on.");
        }
        String scheme = text.substring(0, text.indexOf(':')).toLowerCase(Locale.ROOT);
        String authority = parts.group(1);
        if (authority.indexOf('@') >= 0) {
            throw new MalformedException("names a user before its host", "Take out the '@' and what stands before it.");
        }
        Matcher address = AUTHORITY.matcher(authority);
        if (!address.matches()) {
            throw new MalformedException("has a host or port that can't be read", "Write host or host:port.");
        }
        String query = parts.group(3) == null ? "" : parts.group(3);
        return new WebUrl(
                scheme,
                HostName.canonical(address.group(1)),
                port(address.group(3), PORTS.getOrDefault(scheme, 0)),
                UrlPath.normalised(parts.group(2)),
                UrlPath.query(query));
    }

    private static int port(@Nullable String text, int usual) throws MalformedException {
        int port = text == null ? usual : Integer.parseInt(text);
        if (port > 65_535) {
            throw new MalformedException("has the port " + port, "Write a port from 1 to 65535.");
        }
        return port;
    }

    private static UnreadableException refused(String code, String text, String reason, String fix) {
        String place = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return new UnreadableException(code, SourcePosition.ofFile(place), reason, fix);
    }

    /** {@return what a reference means on the page that this URL names} */
    public WebUrl resolve(String reference) throws UnreadableException {
        if (SCHEME.matcher(reference).matches()) {
            return parse(reference);
        }
        if (reference.startsWith("//")) {
            return parse(scheme + ":" + reference);
        }
        if (reference.startsWith("/")) {
            return parse(origin() + reference);
        }
        if (reference.isEmpty() || reference.startsWith("?") || reference.startsWith("#")) {
            return parse(origin() + path + (reference.startsWith("?") ? reference : query));
        }
        return parse(origin() + path.substring(0, path.lastIndexOf('/') + 1) + reference);
    }

    /** {@return whether the port is the one that the scheme has by itself} */
    boolean hasUsualPort() {
        return PORTS.getOrDefault(scheme, 0) == port;
    }

    /** {@return the host, and the port where it is not the usual one} */
    public String authority() {
        return host + (hasUsualPort() ? "" : ":" + port);
    }

    /** {@return scheme and host, and the port where it is not the usual one} */
    String origin() {
        return scheme + "://" + authority();
    }

    @Override
    public String toString() {
        return origin() + path + query;
    }
}
