package org.callboard.core.entity;

import java.util.Locale;
import java.util.Optional;

/** What an author probably meant, for the fix of a problem. */
final class Suggestion {

    private static final int LONGEST = 63;

    private Suggestion() {}

    /** {@return a name like the text, if there is one} */
    static Optional<String> name(String text) {
        return Optional.of(shorten(replaced(text, "-_."))).filter(Grammar::isName);
    }

    /** {@return a tag like the text, if there is one} */
    static Optional<String> tag(String text) {
        return Optional.of(shorten(replaced(text.toLowerCase(Locale.ROOT), ":+#")))
                .filter(Grammar::isTag);
    }

    /** One hyphen for each run of what is neither ASCII letter, digit nor listed; none at the ends. */
    private static String replaced(String text, String kept) {
        StringBuilder name = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean taken = c < 128 && (Character.isLetterOrDigit(c) || kept.indexOf(c) >= 0);
            if (taken && gap && name.length() > 0) {
                name.append('-');
            }
            if (taken) {
                name.append(c);
            }
            gap = !taken;
        }
        return name.toString();
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** {@return the candidate that the text is nearly} */
    static Optional<String> nearest(String text, Iterable<String> candidates) {
        String best = null;
        int bestDistance = 3;
        for (String candidate : candidates) {
            String lower = candidate.toLowerCase(Locale.ROOT);
            int distance = distance(text.toLowerCase(Locale.ROOT), lower);
            if (distance < bestDistance && distance < lower.length() / 2 && startsAlike(text, candidate)) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Who mistypes seldom mistypes the first letter; a new kind is often an old one with a word before it. */
    private static boolean startsAlike(String one, String other) {
        return one.regionMatches(true, 0, other, 0, 1);
    }

    /** Levenshtein's distance; texts of over 63 characters are far from everything. */
    private static int distance(String one, String other) {
        if (one.length() > LONGEST || other.length() > LONGEST) {
            return LONGEST;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replace = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
