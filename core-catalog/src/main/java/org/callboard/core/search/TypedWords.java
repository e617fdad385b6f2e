package org.callboard.core.search;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;

/** What somebody typed to find something: all of its words must be there, best side by side. */
record TypedWords(List<TypedWord> words) {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST = 8;
    private static final float TOGETHER = 3;
    private static final List<String> PLACES = List.of(Fields.TITLE, Fields.HEADING, Fields.TEXT);

    static TypedWords of(String text) {
        List<String> typed = TextWord.typed(text.substring(0, Math.min(LONGEST_TEXT, text.length()))).stream()
                .map(TextWord::word)
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .toList();
        int last = typed.size() - 1;
        return new TypedWords(IntStream.rangeClosed(0, last)
                .mapToObj(at -> word(typed.get(at), at == last ? TypedWord.Place.LAST : TypedWord.Place.BEFORE))
                .toList());
    }

    private static TypedWord word(String word, TypedWord.Place place) {
        return new TypedWord(word, place, TypedWord.Tolerance.NONE);
    }

    /** {@return these words, each perhaps mistyped} */
    TypedWords tolerant() {
        return new TypedWords(words.stream().map(TypedWord::tolerant).toList());
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    Query query() {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        words.forEach(word -> query.add(word.query(), Occur.MUST));
        if (words.size() > 1) {
            String[] phrase = words.stream().map(TypedWord::word).toArray(String[]::new);
            PLACES.forEach(field -> query.add(
                    new BoostQuery(new ConstantScoreQuery(new PhraseQuery(field, phrase)), TOGETHER), Occur.SHOULD));
        }
        return query.build();
    }

    /** {@return the number of the first typed word that one of a text may be; -1 where it is none of them} */
    int meant(String word) {
        return IntStream.range(0, words.size())
                .filter(at -> words.get(at).means(word))
                .findFirst()
                .orElse(-1);
    }
}
