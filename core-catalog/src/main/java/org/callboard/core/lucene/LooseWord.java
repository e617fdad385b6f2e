package org.callboard.core.lucene;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;

/** How loosely words are taken, wherever people search. */
public final class LooseWord {

    private static final int SHORTEST_TYPO = 4;
    private static final int SHORTEST_DOUBLE_TYPO = 8;
    private static final int LONGEST_TYPO = 16;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private LooseWord() {}

    /** {@return a text without case and accents} */
    public static String plain(String text) {
        boolean isPlain = text.chars().allMatch(letter -> letter < 128);
        String letters = isPlain
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("");
        return letters.toLowerCase(Locale.ROOT);
    }

    /** {@return how many letters of a word may be wrong: none of a short one, two of a long one} */
    public static int wrongLetters(String word) {
        int length = word.codePointCount(0, word.length());
        if (length < SHORTEST_TYPO || length > LONGEST_TYPO) {
            return 0;
        }
        return length < SHORTEST_DOUBLE_TYPO ? 1 : 2;
    }

    /** {@return what begins so: who is still typing has typed the start of a word} */
    public static Automaton beginning(Automaton start) {
        return Operations.determinize(
                Operations.concatenate(start, Automata.makeAnyString()), Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    }
}
