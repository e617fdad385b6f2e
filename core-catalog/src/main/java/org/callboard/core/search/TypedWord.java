package org.callboard.core.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.callboard.core.lucene.LooseWord;
import org.jspecify.annotations.Nullable;

/** A word that somebody typed: which words of texts it stands for, and how well. */
final class TypedWord {

    private static final float TITLE = 12;
    private static final float HEADING = 7;
    private static final float WITHIN = 2;
    private static final float START = 0.6f;
    private static final float MISTYPED = 0.25f;

    private final String word;
    private final Place place;
    private final @Nullable Automaton mistyped;
    private final @Nullable CharacterRunAutomaton looksMistyped;

    /** Who has typed a last word may still be typing it. */
    enum Place {
        LAST,
        BEFORE
    }

    /** Whether a letter may be wrong. */
    enum Tolerance {
        NONE,
        TYPOS
    }

    TypedWord(String word, Place place, Tolerance tolerance) {
        this.word = word;
        this.place = place;
        this.mistyped = tolerance == Tolerance.NONE ? null : mistyped(word, place);
        this.looksMistyped = mistyped == null ? null : new CharacterRunAutomaton(mistyped);
    }

    /** {@return what begins as the word and goes on as it does, but for a letter or, in a long one, two} */
    private static @Nullable Automaton mistyped(String word, Place place) {
        int wrong = LooseWord.wrongLetters(word);
        if (wrong == 0) {
            return null;
        }
        int first = word.offsetByCodePoints(0, 1);
        Automaton near =
                new LevenshteinAutomata(word.substring(first), true).toAutomaton(wrong, word.substring(0, first));
        return place == Place.BEFORE ? near : LooseWord.beginning(near);
    }

    /** {@return this word, perhaps mistyped} */
    TypedWord tolerant() {
        return new TypedWord(word, place, Tolerance.TYPOS);
    }

    String word() {
        return word;
    }

    /** {@return what finds it, wherever in a document it is} */
    Query query() {
        List<Query> ways = new ArrayList<>();
        add(Fields.TITLE, TITLE, ways);
        add(Fields.HEADING, HEADING, ways);
        add(Fields.WITHIN, WITHIN, ways);
        add(Fields.TEXT, 1, ways);
        // how often a text has it tells more than that it does
        ways.add(new TermQuery(new Term(Fields.TEXT, word)));
        return new DisjunctionMaxQuery(ways, 0);
    }

    private void add(String field, float worth, List<Query> ways) {
        Term term = new Term(field, word);
        ways.add(worth(new TermQuery(term), worth));
        if (place == Place.LAST) {
            ways.add(worth(new PrefixQuery(term), worth * START));
        }
        if (mistyped != null) {
            ways.add(worth(new AutomatonQuery(term, mistyped), worth * MISTYPED));
        }
    }

    private static Query worth(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }

    /** {@return whether a word of a text is one that it stands for} */
    boolean means(String other) {
        boolean starts = place == Place.LAST && other.startsWith(word);
        return starts || other.equals(word) || (looksMistyped != null && looksMistyped.run(other));
    }
}
