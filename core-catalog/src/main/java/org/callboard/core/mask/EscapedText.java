package org.callboard.core.mask;

import java.util.HexFormat;

/** Text as encoders of other formats write it. */
final class EscapedText {

    private EscapedText() {}

    /**
     * {@return it as it stands within a JSON text}
     *
     * @param more what is escaped beside what must be
     */
    static String json(String text, String more) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            int named = "\b\f\n\r\t".indexOf(character);
            if (named >= 0) {
                escaped.append('\\').append("bfnrt".charAt(named));
            } else if (character < ' ') {
                escaped.append(String.format("\\u%04x", (int) character));
            } else if (character == '"' || character == '\\' || more.indexOf(character) >= 0) {
                escaped.append('\\').append(character);
            } else {
                escaped.append(character);
            }
        }
        return escaped.toString();
    }

    /** {@return the same with nothing in it but ASCII} */
    static String asciiJson(String text, String format) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        json(text, "")
                .chars()
                .forEach(character -> escaped.append(
                        character < 0x7F ? String.valueOf((char) character) : String.format(format, character)));
        return escaped.toString();
    }

    /** {@return it as it stands in a page} */
    static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * {@return it as it stands in a URL}
     *
     * @param left what stays as it is, beside letters and digits
     */
    static String url(byte[] bytes, String left, HexFormat hex) {
        StringBuilder escaped = new StringBuilder(bytes.length + 8);
        for (byte one : bytes) {
            char character = (char) (one & 0xFF);
            boolean isPlain = character < 0x7F && (isLetterOrDigit(character) || left.indexOf(character) >= 0);
            if (isPlain) {
                escaped.append(character);
            } else {
                escaped.append('%').append(hex.toHexDigits(one));
            }
        }
        return escaped.toString();
    }

    private static boolean isLetterOrDigit(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }
}
