package org.callboard.core.entity;

import org.callboard.api.model.Json;

/** Texts as UTF-8 can hold them, and values as messages quote them. */
public final class Texts {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int QUOTED = 80;

    private Texts() {}

    /** {@return whether the text can't be written as UTF-8, since it holds half a surrogate pair} */
    public static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!startsPair(text, i)) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** {@return the text with U+FFFD in place of each half} */
    public static String withoutLoneSurrogates(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                clean.append(c);
            } else if (startsPair(text, i)) {
                clean.append(c).append(text.charAt(++i));
            } else {
                clean.append(REPLACEMENT);
            }
        }
        return clean.toString();
    }

    private static boolean startsPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }

    /** {@return the text for a message: in quotes, cut where it is long, with what can't be seen or misleads spelled out} */
    public static String quote(String text) {
        StringBuilder quoted = new StringBuilder("'");
        int end = Math.min(text.length(), QUOTED);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (isVisible(c)) {
                quoted.append(c);
            } else {
                quoted.append("\\u").append(Integer.toHexString(0x10000 | c), 1, 5);
            }
        }
        return quoted.append(end < text.length() ? "..." : "").append('\'').toString();
    }

    private static boolean isVisible(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** {@return what a value is, for a message: {@code the text 'x'}, {@code the number 3}, {@code a list}} */
    public static String describe(Json value) {
        if (value instanceof Json.Text text) {
            return text.value().isEmpty() ? "an empty text" : "the text " + quote(text.value());
        }
        if (value instanceof Json.Num number) {
            return "the number " + number.value();
        }
        if (value instanceof Json.Bool bool) {
            return bool == Json.Bool.TRUE ? "the value true" : "the value false";
        }
        return value instanceof Json.Obj ? "an object" : value instanceof Json.Arr ? "a list" : "empty";
    }
}
