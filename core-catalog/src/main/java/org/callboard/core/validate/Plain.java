package org.callboard.core.validate;

/** Text for a terminal: what stands in a file must not steer it. */
final class Plain {

    private static final char REPLACEMENT = '\uFFFD';

    private Plain() {}

    static String text(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean steers = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
            plain.append(steers ? REPLACEMENT : c);
        }
        return plain.toString();
    }
}
