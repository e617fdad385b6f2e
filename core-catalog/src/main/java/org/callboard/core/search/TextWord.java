package org.callboard.core.search;

import java.util.ArrayList;
import java.util.List;
import org.callboard.core.lucene.LooseWord;

/**
 * A word of a text, and where it is there: a run of letters and digits; an ideograph by itself.
 *
 * @param word without case and accents
 * @param start its first character
 * @param end the one behind its last
 */
record TextWord(String word, int start, int end) {

    private static final int LONGEST = 60;

    /** {@return the words of a text; those that capitals part, like this one's type, as a whole and apart} */
    static List<TextWord> of(String text) {
        List<TextWord> words = new ArrayList<>();
        for (TextWord whole : typed(text)) {
            words.add(whole);
            addParts(text, whole, words);
        }
        return words;
    }

    /** {@return the words of a text as it is written} */
    static List<TextWord> typed(String text) {
        List<TextWord> words = new ArrayList<>();
        int end = 0;
        while (end < text.length()) {
            int start = end;
            end = endOfWord(text, start);
            if (end > start) {
                words.add(word(text, start, end));
            } else {
                end += Character.charCount(text.codePointAt(end));
            }
        }
        return words;
    }

    private static void addParts(String text, TextWord whole, List<TextWord> words) {
        int begin = whole.start();
        for (int at = begin + 1; at < whole.end(); at++) {
            if (Character.isUpperCase(text.charAt(at)) && !Character.isUpperCase(text.charAt(at - 1))) {
                words.add(word(text, begin, at));
                begin = at;
            }
        }
        if (begin > whole.start()) {
            words.add(word(text, begin, whole.end()));
        }
    }

    private static TextWord word(String text, int start, int end) {
        return new TextWord(LooseWord.plain(text.substring(start, Math.min(end, start + LONGEST))), start, end);
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length()) {
            int here = text.codePointAt(end);
            boolean isAlone = Character.isIdeographic(here);
            if (!isInWord(here) || (isAlone && end > start)) {
                return end;
            }
            end += Character.charCount(here);
            if (isAlone) {
                return end;
            }
        }
        return end;
    }

    private static boolean isInWord(int character) {
        int type = Character.getType(character);
        return Character.isLetterOrDigit(character)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
