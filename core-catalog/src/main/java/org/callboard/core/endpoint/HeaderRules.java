package org.callboard.core.endpoint;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a plugin may say in the headers of its answers: nothing that splits an answer, or weakens what protects the portal. */
final class HeaderRules {

    static final String POLICY = "Content-Security-Policy";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,256}");
    private static final String PORTALS_COOKIES = "callboard_";

    /** The portal answers them itself, alike for all. */
    private static final Set<String> PORTALS = Set.of(
            "connection",
            "cross-origin-embedder-policy",
            "cross-origin-opener-policy",
            "cross-origin-resource-policy",
            "keep-alive",
            "permissions-policy",
            "referrer-policy",
            "server",
            "strict-transport-security",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "x-content-type-options",
            "x-frame-options",
            "x-request-id");

    /** Pages of other sites get nothing: no plugin lets them in. */
    private static final String FOREIGN_PAGES = "access-control-";

    private HeaderRules() {}

    /**
     * {@return whether a plugin's header goes into the answer}
     *
     * @throws IllegalArgumentException where it could be taken for something else than a header, or for the portal's session
     */
    static boolean isKept(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The name of a header has letters, digits and hyphens only.");
        }
        if (value.chars().anyMatch(HeaderRules::isControl)) {
            throw new IllegalArgumentException("The value of the header " + name + " holds a line break or the like.");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("set-cookie")) {
            refusePortalsCookie(value);
        }
        return !PORTALS.contains(lower) && !lower.startsWith(FOREIGN_PAGES);
    }

    private static boolean isControl(int sign) {
        return (sign < ' ' && sign != '\t') || sign == 0x7F;
    }

    static void refusePortalsCookie(String cookie) {
        if (cookie.strip().toLowerCase(Locale.ROOT).startsWith(PORTALS_COOKIES)) {
            throw new IllegalArgumentException(
                    "Cookies whose names begin with " + PORTALS_COOKIES + " are the portal's.");
        }
    }

    /** {@return how long an answer may be kept, and by the caller's own browser alone} */
    static String caching(String value) {
        String kept = Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(part -> !part.matches("(?i)public|private|s-maxage=.*"))
                .collect(Collectors.joining(", "));
        return kept.isEmpty() ? "private" : "private, " + kept;
    }
}
