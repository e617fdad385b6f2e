package org.callboard.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.callboard.api.model.Entity;

/** How well words that people typed fit an entity's name and title, by the rules of the portal's search as far as tests need. */
final class WordMatch {

    private static final String NO_WORD = "[^\\p{L}\\p{N}]+";
    private static final int SHORTEST_TYPO = 4;
    private static final int EXACT = 1_000;
    private static final int KIND = 3;

    private final List<String> words;

    WordMatch(String text) {
        words = split(text.replaceFirst("^([A-Za-z0-9]+):[^/]*/", "$1 "));
    }

    /** {@return those that fit, the best first} */
    List<Entity> best(List<? extends Entity> entities, int limit) {
        return entities.stream()
                .filter(entity -> score(entity) > 0)
                .sorted(Comparator.<Entity>comparingInt(this::score)
                        .reversed()
                        .thenComparingInt(entity -> entity.ref().name().length())
                        .thenComparing(entity -> entity.ref().toString()))
                .<Entity>map(entity -> entity)
                .limit(limit)
                .toList();
    }

    /** {@return more for a better fit; 0 where it is none} */
    private int score(Entity entity) {
        List<String> names = new ArrayList<>(List.of(entity.ref().name()));
        entity.document().text("metadata", "title").ifPresent(names::add);
        List<String> known =
                names.stream().flatMap(name -> split(name).stream()).toList();
        int score = 0;
        for (String word : words) {
            int best = known.stream().mapToInt(one -> score(word, one)).max().orElse(0);
            int fit = word.equals(entity.kind().toLowerCase(Locale.ROOT)) ? Math.max(best, KIND) : best;
            if (fit == 0) {
                return 0;
            }
            score += fit;
        }
        boolean isExact =
                score > 0 && names.stream().anyMatch(name -> split(name).equals(words));
        return isExact ? score + EXACT : score;
    }

    private static int score(String typed, String word) {
        if (word.equals(typed)) {
            return 10;
        } else if (word.startsWith(typed)) {
            return 6;
        }
        return typed.length() >= SHORTEST_TYPO && isOneLetterOff(typed, word) ? 2 : 0;
    }

    /** {@return whether the text is the start of the word but for a letter that is wrong, missing, too many or swapped} */
    private static boolean isOneLetterOff(String typed, String word) {
        for (int at = 0; at < typed.length(); at++) {
            String before = typed.substring(0, at);
            if (!word.startsWith(before)) {
                return false;
            }
            String rest = word.substring(at);
            String behind = typed.substring(at + 1);
            boolean swapped = !behind.isEmpty()
                    && rest.startsWith(behind.charAt(0) + "" + typed.charAt(at) + behind.substring(1));
            boolean missing = rest.length() > 1 && rest.substring(1).startsWith(typed.substring(at));
            boolean wrong = !rest.isEmpty() && rest.substring(1).startsWith(behind);
            if (rest.startsWith(behind) || wrong || missing || swapped) {
                return true;
            }
        }
        return false;
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split(NO_WORD))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
