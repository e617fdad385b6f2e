package org.callboard.core.http;

import java.util.Locale;
import org.callboard.api.problem.PortalException;
import org.callboard.api.problem.ProblemKind;

/** Takes a path in one spelling only: another one could mean something else to a route than to its permission. */
final class Paths {

    private static final String[] AMBIGUOUS = {"//", "/./", "/../", "\\", ";", "%2e", "%2f", "%5c", "%00", "%0a", "%0d"
    };
    private static final int LONGEST = 4_000;

    private Paths() {}

    /** {@return the path as it came} */
    static String normal(String uri) {
        String lower = uri.toLowerCase(Locale.ROOT);
        for (String sign : AMBIGUOUS) {
            if (lower.contains(sign)) {
                throw bad("The path holds '" + sign.replace("\\", "a backslash") + "'.");
            }
        }
        if (!uri.startsWith("/") || lower.endsWith("/..") || lower.endsWith("/.") || uri.length() > LONGEST) {
            throw bad("The path can't be used.");
        }
        return uri;
    }

    private static PortalException bad(String why) {
        return new PortalException(ProblemKind.BAD_INPUT, why, "Send the path in its plain form.");
    }
}
