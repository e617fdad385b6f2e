package org.callboard.core.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.callboard.api.search.SearchHit.Excerpt;
import org.callboard.api.search.SearchHit.Mark;

/** What of a text is shown of it where it was found: about the place that has most of the words. */
final class Excerpts {

    private static final int LENGTH = 180;
    private static final int BEFORE = 40;
    private static final String MORE = "…";

    private final TypedWords typed;

    Excerpts(TypedWords typed) {
        this.typed = typed;
    }

    /** A word of the text that was typed, and as which. */
    private record Place(TextWord word, int typed) {}

    Excerpt of(String text) {
        List<Place> places = places(text);
        int first = places.isEmpty() ? 0 : best(places).word().start();
        int from = startOfWord(text, first);
        int to = endOfWord(text, Math.min(text.length(), from + LENGTH));
        String begin = from > 0 ? MORE : "";
        int moved = begin.length() - from;
        List<Mark> marks = new ArrayList<>();
        int end = from;
        for (Place place : places) {
            TextWord word = place.word();
            if (word.start() >= end && word.end() <= to) {
                marks.add(new Mark(word.start() + moved, word.end() + moved));
                end = word.end();
            }
        }
        String shown = text.substring(from, to).replaceAll("\\s", " ");
        return new Excerpt(begin + shown + (to < text.length() ? MORE : ""), marks);
    }

    private List<Place> places(String text) {
        List<Place> places = new ArrayList<>();
        for (TextWord word : TextWord.of(text)) {
            int meant = typed.meant(word.word());
            if (meant >= 0) {
                places.add(new Place(word, meant));
            }
        }
        return places;
    }

    /** {@return the first place with most different words soon behind it} */
    private static Place best(List<Place> places) {
        Place best = places.get(0);
        int most = 0;
        for (int at = 0; at < places.size(); at++) {
            BitSet different = new BitSet();
            int end = places.get(at).word().start() + LENGTH - BEFORE;
            for (int next = at; next < places.size() && places.get(next).word().end() <= end; next++) {
                different.set(places.get(next).typed());
            }
            if (different.cardinality() > most) {
                most = different.cardinality();
                best = places.get(at);
            }
        }
        return best;
    }

    private static int startOfWord(String text, int first) {
        int from = Math.max(0, first - BEFORE);
        while (from > 0 && from < first && !Character.isWhitespace(text.charAt(from - 1))) {
            from++;
        }
        return from;
    }

    private static int endOfWord(String text, int most) {
        int to = most;
        while (to < text.length() && to > most - BEFORE && !Character.isWhitespace(text.charAt(to))) {
            to--;
        }
        boolean isCutInWord = to < text.length() && !Character.isWhitespace(text.charAt(to));
        int end = isCutInWord ? most : to;
        boolean isCutInPair =
                end > 0 && end < text.length() && Character.isSurrogatePair(text.charAt(end - 1), text.charAt(end));
        return isCutInPair ? end - 1 : end;
    }
}
