package org.callboard.core.entity;

/** What the fields of the envelope may look like: Backstage's rules. Written out by hand, as every entity passes here. */
final class Grammar {

    private static final int LABEL = 63;
    private static final int SUBDOMAIN = 253;

    private Grammar() {}

    static boolean isKind(String text) {
        return isLength(text, LABEL) && isLetter(text.charAt(0)) && isAlphanumeric(text);
    }

    static boolean isApiVersion(String text) {
        int slash = text.indexOf('/');
        String suffix = text.substring(slash + 1);
        return isLength(suffix, LABEL)
                && isAlphanumeric(suffix)
                && (slash < 0 || isSubdomain(text.substring(0, slash)));
    }

    static boolean isName(String text) {
        if (!isLength(text, LABEL)
                || !isAlphanumeric(text.charAt(0))
                || !isAlphanumeric(text.charAt(text.length() - 1))) {
            return false;
        }
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (!isAlphanumeric(c) && c != '-' && c != '_' && c != '.') {
                return false;
            }
        }
        return true;
    }

    /** Backstage's code asks for lower case, its documentation does not; the catalog compares without regard to case. */
    static boolean isNamespace(String text) {
        return isLength(text, LABEL) && isHyphenated(text, Grammar::isAlphanumeric, Hyphens.RUNS);
    }

    static boolean isQualifiedName(String text) {
        int slash = text.indexOf('/');
        return isName(text.substring(slash + 1)) && (slash < 0 || isSubdomain(text.substring(0, slash)));
    }

    static boolean isLabelValue(String text) {
        return text.isEmpty() || isName(text);
    }

    static boolean isTag(String text) {
        return isLength(text, LABEL)
                && isHyphenated(text, c -> isLowerAlphanumeric(c) || c == ':' || c == '+' || c == '#', Hyphens.SINGLE);
    }

    private static boolean isSubdomain(String text) {
        if (!isLength(text, SUBDOMAIN)) {
            return false;
        }
        int start = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', start)) {
            if (!isDnsLabel(text.substring(start, dot))) {
                return false;
            }
            start = dot + 1;
        }
        return isDnsLabel(text.substring(start));
    }

    private static boolean isDnsLabel(String text) {
        return isLength(text, LABEL) && isHyphenated(text, Grammar::isLowerAlphanumeric, Hyphens.RUNS);
    }

    /** Runs of the characters with hyphens between, and none at the ends. */
    private static boolean isHyphenated(String text, CharTest test, Hyphens hyphens) {
        boolean afterHyphen = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean mayBeHyphen = i > 0 && (!afterHyphen || hyphens == Hyphens.RUNS);
            if (c == '-' ? !mayBeHyphen : !test.accepts(c)) {
                return false;
            }
            afterHyphen = c == '-';
        }
        return !afterHyphen;
    }

    private static boolean isLength(String text, int max) {
        return !text.isEmpty() && text.length() <= max;
    }

    private static boolean isAlphanumeric(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isAlphanumeric(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return isLowerAlphanumeric(c) || (c >= 'A' && c <= 'Z');
    }

    private static boolean isLowerAlphanumeric(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private enum Hyphens {
        SINGLE,
        RUNS
    }

    private interface CharTest {
        boolean accepts(char c);
    }
}
