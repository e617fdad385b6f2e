package org.callboard.core.search;

import org.apache.lucene.search.similarities.BM25Similarity;

/** How much it counts how often a text has a word. That a word is rare says nothing here, as all of them must be there. */
final class TextWeight extends BM25Similarity {

    static final TextWeight SIMILARITY = new TextWeight();

    private TextWeight() {}

    @Override
    protected float idf(long documents, long all) {
        return 2;
    }
}
