package org.callboard.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.callboard.core.lucene.LooseWord;
import org.jspecify.annotations.Nullable;

/**
 * What people type, as a query of the index: every word must be there, or one that starts with it, or one with a letter
 * wrong; how close that is makes the score.
 */
final class WordQuery {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_WORDS = 8;
    private static final Pattern REFERENCE = Pattern.compile("^([A-Za-z0-9]+):[^/]*/");

    private static final float EXACT_NAME = 1_000;
    private static final float EXACT_TITLE = 900;
    private static final float START_OF_NAME = 100;
    private static final float WORD = 10;
    private static final float START_OF_WORD = 6;
    private static final float KIND = 3;
    private static final float ONE_LETTER_WRONG = 2;
    private static final float TWO_LETTERS_WRONG = 1;

    private WordQuery() {}

    /** {@return the query, or null where there are no words} */
    static @Nullable Query of(String text) {
        String shorter =
                text.substring(0, Math.min(LONGEST_TEXT, text.length())).strip();
        String typed = REFERENCE.matcher(shorter).replaceFirst("$1 ");
        String name = typed.substring(typed.lastIndexOf(' ') + 1);
        List<String> words = NameWords.of(typed);
        if (words.isEmpty()) {
            return null;
        }
        String whole = NameWords.whole(typed);
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(exact(Fields.VALUE, Fields.row("metadata.name", name), EXACT_NAME), Occur.SHOULD)
                .add(exact(Fields.NAMED, whole, EXACT_TITLE), Occur.SHOULD)
                .add(start(Fields.NAMED, whole, START_OF_NAME), Occur.SHOULD);
        words.stream().limit(MOST_WORDS).forEach(word -> query.add(word(word), Occur.MUST));
        return query.build();
    }

    private static Query word(String word) {
        List<Query> ways = new ArrayList<>(List.of(
                exact(Fields.WORD, word, WORD),
                start(Fields.WORD, word, START_OF_WORD),
                exact(Fields.FOLDED, Fields.row("kind", word), KIND),
                exact(Fields.VALUE, Fields.row("kind", word), KIND)));
        int wrong = LooseWord.wrongLetters(word);
        if (wrong >= 1) {
            ways.add(mistyped(word, 1, ONE_LETTER_WRONG));
        }
        if (wrong >= 2) {
            ways.add(mistyped(word, 2, TWO_LETTERS_WRONG));
        }
        return new DisjunctionMaxQuery(ways, 0);
    }

    private static Query exact(String field, String text, float score) {
        return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, text))), score);
    }

    private static Query start(String field, String text, float score) {
        return new BoostQuery(new PrefixQuery(new Term(field, text)), score);
    }

    /** Who is still typing has mistyped the start of a word. */
    private static Query mistyped(String word, int letters, float score) {
        Automaton any = LooseWord.beginning(new LevenshteinAutomata(word, true).toAutomaton(letters));
        return new BoostQuery(new AutomatonQuery(new Term(Fields.WORD, word), any), score);
    }
}
