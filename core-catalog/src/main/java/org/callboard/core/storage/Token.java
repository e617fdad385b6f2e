package org.callboard.core.storage;

/**
 * A piece of a migration.
 *
 * @param text a word in lower case, a text without its quotes, and anything else as it stands
 * @param line from 1
 * @param start where it begins
 * @param end behind its last character
 */
record Token(Kind kind, String text, int line, int start, int end) {

    /** What a piece is. */
    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    private static final int SHOWN = 40;

    boolean is(String word) {
        return kind != Kind.TEXT && text.equals(word);
    }

    /** {@return the piece as a message names it} */
    String shown() {
        String piece = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
        return kind == Kind.END ? "the end of the file" : "'" + piece + "'";
    }
}
