package org.callboard.plugin.webshell.view;

import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;

/** Matches a plugin's regular expression, which may take very long, so that the plugin call's deadline can end it. */
final class PatternMatch {

    private PatternMatch() {}

    /** {@return whether the whole text matches; an empty pattern matches all} */
    static boolean matches(String pattern, String text) {
        if (pattern.isEmpty()) {
            return true;
        }
        try {
            return Pattern.compile(pattern).matcher(new Heeding(text)).matches();
        } catch (StackOverflowError tooLong) {
            return false;
        }
    }

    /** A text that can no longer be read once its thread is interrupted: matching looks at it again and again. */
    private record Heeding(CharSequence text) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("The pattern took too long.");
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Heeding(text.subSequence(start, end));
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
