package org.callboard.plugin.webshell.view;

import java.util.Collection;

/** What the parts of a view are called, and how many of them there may be. */
final class Limits {

    private static final String NAME = "[a-zA-Z0-9][a-zA-Z0-9_-]*";
    private static final int LONGEST_NAME = 63;

    private Limits() {}

    /** @throws FaultyViewException where there are more */
    static <T> Collection<T> atMost(int most, Collection<T> things, String called) {
        if (things.size() > most) {
            throw new FaultyViewException(
                    "there are " + things.size() + " " + called, "Let there be " + most + " at most.");
        }
        return things;
    }

    /** @throws FaultyViewException where the text is no name */
    static String name(String text, String called) {
        if (text.length() > LONGEST_NAME || !text.matches(NAME)) {
            throw new FaultyViewException(
                    "the " + called + " '" + text + "' is no name",
                    "Make it of letters, digits, hyphens and underscores, " + LONGEST_NAME + " at most.");
        }
        return text;
    }
}
