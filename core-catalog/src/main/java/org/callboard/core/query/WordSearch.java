package org.callboard.core.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.callboard.api.model.Entity;

/** Finds in one generation what people may mean by some words. */
final class WordSearch {

    private static final Comparator<Hit> WORST_FIRST = Comparator.comparingDouble(Hit::score)
            .thenComparing(Comparator.comparingLong(Hit::length).reversed())
            .thenComparing(Comparator.comparingInt(Hit::document).reversed());

    private static final Comparator<Entity> BY_REF =
            Comparator.comparing(entity -> entity.ref().toString());

    private final Generation generation;
    private final FixedBitSet wanted;
    private final int limit;
    private final PriorityQueue<Hit> best = new PriorityQueue<>(WORST_FIRST);

    /** Looks among the documents that are wanted. */
    WordSearch(Generation generation, FixedBitSet wanted, int limit) {
        this.generation = generation;
        this.wanted = wanted;
        this.limit = limit;
    }

    private record Hit(float score, long length, int document) {}

    private record Found(Hit hit, Entity entity) {}

    /** {@return the likeliest first; of those that are as likely, the one with the shortest name} */
    List<Entity> find(String words) {
        Query query = WordQuery.of(words);
        if (query == null || limit == 0) {
            return List.of();
        }
        try {
            IndexSearcher searcher = new IndexSearcher(generation.reader());
            searcher.setQueryCache(null);
            Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE, 1);
            for (LeafReaderContext segment : generation.reader().leaves()) {
                collect(segment, weight);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Comparator<Found> order = Comparator.comparingDouble((Found found) -> -found.hit.score)
                .thenComparingLong(found -> found.hit.length)
                .thenComparing(Found::entity, BY_REF);
        List<Found> found = new ArrayList<>();
        best.forEach(hit -> found.add(new Found(hit, generation.entity(hit.document))));
        return found.stream().sorted(order).map(Found::entity).toList();
    }

    private void collect(LeafReaderContext segment, Weight weight) throws IOException {
        Scorer scorer = weight.scorer(segment);
        NumericDocValues lengths = segment.reader().getNumericDocValues(Fields.LENGTH);
        if (scorer == null || lengths == null) {
            return;
        }
        DocIdSetIterator documents = scorer.iterator();
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            if (wanted.get(segment.docBase + doc)) {
                long length = lengths.advanceExact(doc) ? lengths.longValue() : Long.MAX_VALUE;
                best.add(new Hit(scorer.score(), length, segment.docBase + doc));
                if (best.size() > limit) {
                    best.remove();
                }
            }
        }
    }
}
