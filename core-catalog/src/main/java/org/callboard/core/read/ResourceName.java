package org.callboard.core.read;

import java.util.Locale;
import java.util.regex.Pattern;
import org.callboard.core.entity.Texts;

/** Names as descriptors write them, and those among them that are never followed, whatever they would lead to. */
final class ResourceName {

    private static final String CODE = "resource-refused";

    /** Signs that one reader takes for a separator or an end, and another for a letter. */
    private static final Pattern HIDDEN = Pattern.compile("[\\\\\\p{Cntrl}]|%(2e|2f|5c|00)", Pattern.CASE_INSENSITIVE);

    /** What Windows takes for something else: a name that ends in a dot or a blank, and its devices. */
    private static final Pattern AMBIGUOUS =
            Pattern.compile("\\.\\..+|.*[. ]|(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.CASE_INSENSITIVE);

    private ResourceName() {}

    static boolean isWeb(String name) {
        String scheme = scheme(name);
        return scheme.equals("http") || scheme.equals("https");
    }

    /** {@return the scheme that the name starts with, lower case; empty where it has none, and a drive letter is none} */
    static String scheme(String name) {
        int at = 0;
        while (at < name.length()
                && (Character.isLetterOrDigit(name.charAt(at)) || "+.-".indexOf(name.charAt(at)) >= 0)) {
            at++;
        }
        boolean found = at > 1 && at < name.length() && name.charAt(at) == ':' && Character.isLetter(name.charAt(0));
        return found ? name.substring(0, at).toLowerCase(Locale.ROOT) : "";
    }

    /** Refuses paths that are not what they look like. */
    static void requirePlain(String path) throws UnreadableException {
        if (path.isBlank()) {
            throw refuse(path, " names nothing.", "Write the path of a file.");
        }
        if (HIDDEN.matcher(path).find()) {
            throw refuse(
                    path,
                    " holds a backslash, a control character, or an encoded dot or slash.",
                    "Write the path with plain dots and slashes.");
        }
        for (String segment : path.split("/", -1)) {
            boolean steps = segment.equals(".") || segment.equals("..");
            if (!steps && AMBIGUOUS.matcher(segment).matches()) {
                throw refuse(
                        path,
                        " holds " + Texts.quote(segment) + ", which is not a file of that name on every system.",
                        "Give the file another name.");
            }
        }
    }

    static UnreadableException unknownScheme(String name) {
        return refuse(name, " names a way of reading that is not available.", "Write the path of a file, or a URL.");
    }

    static UnreadableException refuse(String name, String why, String fix) {
        return new UnreadableException(CODE, Texts.quote(name) + why, fix);
    }
}
