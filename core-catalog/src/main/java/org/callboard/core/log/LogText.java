package org.callboard.core.log;

/** Text of strangers as part of a line. */
final class LogText {

    private LogText() {}

    /** {@return the text without anything that ends a line or moves a terminal's cursor, and no longer than this} */
    static String oneLine(String text, int longest) {
        String cut = text.length() > longest ? text.substring(0, longest) + "..." : text;
        for (int index = 0; index < cut.length(); index++) {
            if (isDangerous(cut.charAt(index))) {
                return escaped(cut);
            }
        }
        return cut;
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 20);
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == '\n') {
                safe.append("\\n");
            } else if (character == '\r') {
                safe.append("\\r");
            } else if (isDangerous(character)) {
                safe.append(String.format("\\u%04x", (int) character));
            } else {
                safe.append(character);
            }
        }
        return safe.toString();
    }

    /** Control characters, separators of lines, and what turns the direction of the text behind it. */
    private static boolean isDangerous(char character) {
        if (character < 0x7f) {
            return character < ' ' && character != '\t';
        }
        return character <= 0x9f
                || (character >= '\u2028' && character <= '\u202e')
                || (character >= '\u2066' && character <= '\u2069');
    }
}
