package org.callboard.core.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.callboard.api.model.Json;
import org.callboard.core.lucene.LooseWord;

/** Names as people write them when they look for something: in words, without case, accents and punctuation. */
final class NameWords {

    private static final int MOST = 20;
    private static final int LONGEST = 60;

    private NameWords() {}

    /** {@return what an entity is called, its name first} */
    static List<String> names(Json.Obj entity) {
        String name = entity.text("metadata", "name").orElse("");
        String title = entity.text("metadata", "title").orElse("");
        return title.isBlank() ? List.of(name) : List.of(name, title);
    }

    /** {@return the words of a name by which it is found: joined ones as they are and, from one capital to the next, apart} */
    static List<String> apart(String name) {
        return of(name + " " + parted(name));
    }

    /** {@return the words of a text} */
    static List<String> of(String text) {
        String plain = LooseWord.plain(text);
        Set<String> words = new LinkedHashSet<>();
        int end = 0;
        while (end < plain.length() && words.size() < MOST) {
            int start = end;
            end = endOfWord(plain, start);
            if (end > start) {
                words.add(plain.substring(start, Math.min(end, start + LONGEST)));
            } else {
                end += Character.charCount(plain.codePointAt(end));
            }
        }
        return List.copyOf(words);
    }

    /** {@return the whole name, as two ways to write it are the same} */
    static String whole(String name) {
        String plain = LooseWord.plain(name);
        StringBuilder joined = new StringBuilder(plain.length());
        plain.codePoints().filter(Character::isLetterOrDigit).forEach(joined::appendCodePoint);
        return joined.substring(0, Math.min(4 * LONGEST, joined.length()));
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static String parted(String name) {
        StringBuilder parted = new StringBuilder(name.length() + 8);
        int before = ' ';
        for (int at = 0; at < name.length(); at += Character.charCount(before)) {
            int here = name.codePointAt(at);
            if (Character.isUpperCase(here) && (Character.isLowerCase(before) || Character.isDigit(before))) {
                parted.append(' ');
            }
            parted.appendCodePoint(here);
            before = here;
        }
        return parted.toString();
    }
}
