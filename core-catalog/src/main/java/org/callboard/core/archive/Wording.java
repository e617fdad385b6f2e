package org.callboard.core.archive;

/** Makes what foreign files and foreign code say fit for a sentence of the portal's. */
public final class Wording {

    private Wording() {}

    /** {@return the text as a piece of one line: nothing invisible in it, and no longer than this} */
    public static String line(String text, int most) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), most) + 3);
        for (int at = 0; at < text.length(); ) {
            if (line.length() >= most) {
                return line.append("...").toString();
            }
            int character = text.codePointAt(at);
            line.appendCodePoint(isInvisible(character) ? ' ' : character);
            at += Character.charCount(character);
        }
        return line.toString();
    }

    /** Control characters, and those that turn the direction of what follows or take no room. */
    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
