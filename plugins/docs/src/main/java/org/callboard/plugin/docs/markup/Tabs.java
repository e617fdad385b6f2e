package org.callboard.plugin.docs.markup;

import java.util.regex.Pattern;

/** Makes tabs spaces up to the next column that four divides, and lines of spaces alone empty. */
final class Tabs {

    private static final int WIDTH = 4;
    private static final Pattern BLANK = Pattern.compile("(?m)^ ++$");

    private Tabs() {}

    static String expand(String text) {
        return BLANK.matcher(spaced(text)).replaceAll("");
    }

    private static String spaced(String text) {
        if (text.indexOf('\t') < 0) {
            return text;
        }
        StringBuilder expanded = new StringBuilder(text.length() + text.length() / WIDTH);
        int column = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '\t') {
                int spaces = WIDTH - column % WIDTH;
                expanded.append(" ".repeat(spaces));
                column += spaces;
            } else {
                expanded.append(character);
                column = character == '\n' ? 0 : column + 1;
            }
        }
        return expanded.toString();
    }
}
